import type { ItemRules } from '@lianban/casework';
import { flexibleEnrolment } from './domain/flexible-enrolment';
import { retirement } from './domain/retirement';
import { retirementAgeCheck } from './domain/retirement-age-check';
import { socialSecurityCard } from './domain/social-security-card';
import { survivorBenefit } from './domain/survivor-benefit';
import { unemploymentBenefit } from './domain/unemployment-benefit';

export const items: readonly ItemRules[] = [
  flexibleEnrolment,
  unemploymentBenefit,
  retirementAgeCheck,
  retirement,
  survivorBenefit,
  socialSecurityCard,
];
