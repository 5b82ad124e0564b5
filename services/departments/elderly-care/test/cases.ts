import { ABILITY_ITEMS } from '../src/domain/ability-items';

/** Cases that bring out every ground the rules give, each with the reason it is decided for. */
export const cases = [
  {
    item: 'elderly-ability-assessment',
    findings: { ...ABILITY_ITEMS, coma: false, mentalDisorder: true, careRiskEvents: 2 },
    reason: 'assessed',
  },
  { item: 'elderly-care-allowance', reason: 'level-unknown' },
  { item: 'elderly-care-allowance', earlier: { a: { outcome: 'granted', level: 1 } }, reason: 'level-below-two' },
  { item: 'elderly-care-allowance', earlier: { a: { outcome: 'granted', level: 2 } }, reason: 'conditions-met' },
];
