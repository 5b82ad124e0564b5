import type { ItemRules } from '@lianban/casework';
import { birthRegistration } from './domain/birth-registration';
import { deathRegistration } from './domain/death-registration';
import { identityCard } from './domain/identity-card';
import { registerMove } from './domain/register-move';
import { residencePermit } from './domain/residence-permit';
import { policeDeathProof } from './domain/police-death-proof';

export const items: readonly ItemRules[] = [
  birthRegistration,
  deathRegistration,
  residencePermit,
  identityCard,
  registerMove,
  policeDeathProof,
];
