import type { ItemRules } from '@lianban/casework';
import { minimumLivingAllowance } from './domain/dibao-item';
import { assistanceEnd } from './domain/assistance-end';
import { temporaryRelief } from './domain/temporary-relief';

export const items: readonly ItemRules[] = [minimumLivingAllowance(), temporaryRelief(), assistanceEnd];
