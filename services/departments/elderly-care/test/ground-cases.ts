import { ABILITY_ITEMS } from '../src/domain/ability-items';

/** Cases that bring out every ground the rules give. */
export const groundCases = [
  {
    item: 'elderly-ability-assessment',
    findings: { ...ABILITY_ITEMS, coma: false, mentalDisorder: true, careRiskEvents: 2 },
  },
  { item: 'elderly-care-allowance' },
  { item: 'elderly-care-allowance', earlier: { a: { outcome: 'granted', level: 1 } } },
  { item: 'elderly-care-allowance', earlier: { a: { outcome: 'granted', level: 2 } } },
];
