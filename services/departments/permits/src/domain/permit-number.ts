const PREFIXES = {
  'home-adaptation-permit': 'HA',
  'food-business-licence': 'FB',
  'shopfront-sign': 'SS',
} as const;

export type PermitCode = keyof typeof PREFIXES;

/**
 * The number on the permit, such as "FB-2026000001". Derived from item and application, so that a decision taken again
 * after a crash gives the same number and no permit ever has two.
 */
export const permitNumber = (item: PermitCode, applicationNumber: string): string =>
  `${PREFIXES[item]}-${applicationNumber}`;
