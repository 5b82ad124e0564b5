import type { Item } from '@lianban/casework';
import { permitItem } from './permit-item';

/**
 * Item home-adaptation-permit: making a home fit for an elder 适老化改造 (rails, ramps, a shower without a step). The owner
 * must agree, and what carries the building stays untouched (住宅室内装饰装修管理办法 art. 5 and 13).
 */
export const homeAdaptationPermit: Item = permitItem({
  code: 'home-adaptation-permit',
  version: '2011',
  materials: [
    { code: 'ownership-proof', note: 'Proof of who owns the home 不动产权证明.' },
    { code: 'adaptation-plan', note: 'A plan of what is to be changed 改造方案.' },
  ],
  answers: [
    { code: 'ownerConsent', type: 'boolean', note: 'Whether the owner of the home agrees.' },
    { code: 'touchesStructure', type: 'boolean', note: 'Whether load-bearing parts are to be changed.' },
  ],
  conditions: [
    {
      reason: 'owner-does-not-consent',
      code: 'owner-agrees',
      rule: '住宅室内装饰装修管理办法 art. 13',
      explanation: 'The owner of the home must agree.',
      holds: ({ answers }) => answers.ownerConsent === true,
    },
    {
      reason: 'structure-touched',
      code: 'structure-untouched',
      rule: '住宅室内装饰装修管理办法 art. 5',
      explanation: 'Load-bearing parts of the building must stay untouched.',
      holds: ({ answers }) => answers.touchesStructure === false,
    },
  ],
});
