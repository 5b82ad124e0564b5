import type { ItemRules } from '@lianban/casework';
import { permitItem } from './permit-item';

/**
 * Item home-adaptation-permit: making a home fit for an elder 适老化改造 (rails, ramps, a shower without a step). The owner
 * must agree, and what carries the building stays untouched (住宅室内装饰装修管理办法 art. 5 and 13).
 */
export const homeAdaptationPermit: ItemRules = permitItem({
  code: 'home-adaptation-permit',
  prefix: 'HA',
  version: '2011',
  conditions: [
    { code: 'owner-agrees', reason: 'owner-does-not-consent', holds: ({ answers }) => answers.ownerConsent === true },
    {
      code: 'structure-untouched',
      reason: 'structure-touched',
      holds: ({ answers }) => answers.touchesStructure === false,
    },
  ],
});
