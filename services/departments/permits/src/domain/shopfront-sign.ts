import type { Facts, Item, StepRequest } from '@lianban/casework';
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
export const shopfrontSign: Item = permitItem({
  code: 'shopfront-sign',
  version: '2017',
  materials: [{ code: 'sign-drawing', note: 'A drawing of the sign on the shopfront with its measures 效果图.' }],
  answers: [],
  conditions: [
    {
      reason: 'licence-not-granted',
      code: 'licence-first',
      rule: '城市市容和环境卫生管理条例 art. 11',
      explanation: 'The business under the sign must have its licence.',
      holds: hasLicence,
    },
  ],
});
