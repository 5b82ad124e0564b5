import type { ItemRules } from '@lianban/casework';
import { ageAllowance } from './domain/age-allowance';
import { childSupport } from './domain/child-support';
import { disabilityCertificate } from './domain/disability-certificate';
import { livingSubsidy, nursingSubsidy } from './domain/disability-subsidies';
import { ageAllowanceEnd, disabilitySubsidiesEnd } from './domain/after-death';

export const items: readonly ItemRules[] = [
  livingSubsidy,
  nursingSubsidy,
  ageAllowance,
  childSupport,
  disabilityCertificate,
  ageAllowanceEnd,
  disabilitySubsidiesEnd,
];
