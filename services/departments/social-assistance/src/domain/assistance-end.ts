import type { ItemRules } from '@lianban/casework';
import { monthsAfter } from '@lianban/input';
import { endsAfterDeath } from '@lianban/rules';

/** A household with dibao is checked again and adjusted within three months of the death (notice of 2022). */
export const recheckBy = (diedOn: string): string => monthsAfter(diedOn, 3);

/** Item assistance-end 社会救助待遇调整: from the month after the death; dibao of the household by its re-check. Facts { endsFrom, recheckBy }. */
export const assistanceEnd: ItemRules = {
  code: 'assistance-end',
  rule: endsAfterDeath('2022', (diedOn) => ({ recheckBy: diedOn && recheckBy(diedOn) })),
};
