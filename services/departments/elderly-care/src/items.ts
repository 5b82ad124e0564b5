import type { ItemRules } from '@lianban/casework';
import { elderlyAbilityAssessment } from './domain/assessment-item';
import { careAllowanceItem } from './domain/care-allowance-item';

export const items: readonly ItemRules[] = [elderlyAbilityAssessment, careAllowanceItem()];
