import type { ItemRules } from '@lianban/casework';
import { endsAfterDeath } from '@lianban/rules';

/** Item age-allowance-end 停发高龄津贴 (Hunan plan on 公民身后一件事): from the month after the death. Facts { endsFrom }. */
export const ageAllowanceEnd: ItemRules = { code: 'age-allowance-end', rule: endsAfterDeath('hunan') };

/** Item disability-subsidies-end 停发残疾人两项补贴: both, from the month after the death. Facts { endsFrom }. */
export const disabilitySubsidiesEnd: ItemRules = { code: 'disability-subsidies-end', rule: endsAfterDeath('hunan') };
