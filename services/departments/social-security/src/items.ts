import type { ItemRules } from '@lianban/casework';
import { flexibleEnrolment } from './domain/flexible-enrolment';
import { pensionPremium } from './domain/pension-premium';
import { retirementPension } from './domain/retirement-pension';
import { retirementAgeCheck } from './domain/retirement-age-check';
import { socialSecurityCard } from './domain/social-security-card';
import { survivorBenefit } from './domain/survivor-benefit';
import { unemploymentBenefit } from './domain/unemployment-benefit';
import { insuranceEnd, pensionAccount } from './domain/after-death';

export const items: readonly ItemRules[] = [
  flexibleEnrolment,
  unemploymentBenefit,
  retirementAgeCheck,
  retirementPension,
  survivorBenefit,
  pensionPremium,
  socialSecurityCard,
  insuranceEnd,
  pensionAccount,
];
