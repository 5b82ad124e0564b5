import type { Facts, ItemRules, StepRequest } from '@lianban/casework';
import { permitItem } from './permit-item';

/** Any licence granted by an earlier step, whatever the package calls that step. */
const hasLicence = ({ earlier }: StepRequest): boolean =>
  Object.values(earlier).some((step) => {
    if (typeof step !== 'object' || step === null) return false;
    const { outcome, permitNumber } = step as Facts;
    return outcome === 'granted' && typeof permitNumber === 'string' && permitNumber !== '';
  });

/**
 * Item shopfront-sign 门头招牌设置: a sign may go up over a shop that is allowed to open, so the licence comes first
 * (城市市容和环境卫生管理条例 art. 11).
 */
export const shopfrontSign: ItemRules = permitItem({
  code: 'shopfront-sign',
  prefix: 'SS',
  version: '2017',
  conditions: [{ code: 'licence-first', reason: 'licence-not-granted', holds: hasLicence }],
});
