import type { ItemRules } from '@lianban/casework';
import { birthCertificate } from './domain/birth-certificate';
import { birthService } from './domain/birth-service';
import { childcareSubsidy } from './domain/childcare-subsidy';
import { familyDoctor } from './domain/family-doctor';
import { oneChildAid } from './domain/one-child-aid';
import { vaccination } from './domain/vaccination';

export const items: readonly ItemRules[] = [
  birthService,
  birthCertificate,
  vaccination,
  childcareSubsidy,
  oneChildAid,
  familyDoctor,
];
