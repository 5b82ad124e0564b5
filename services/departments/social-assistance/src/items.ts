import type { ItemRules } from '@lianban/casework';
import { minimumLivingAllowance } from './domain/dibao-item';
import { temporaryRelief } from './domain/temporary-relief';

export const items: readonly ItemRules[] = [minimumLivingAllowance(), temporaryRelief()];
