/** The seven service areas of the city's platform, in its order. */
export const AREAS = [
  'employment-and-training',
  'social-security',
  'social-assistance',
  'social-welfare',
  'family-planning-and-health',
  'public-security',
  'elderly-care',
] as const;
