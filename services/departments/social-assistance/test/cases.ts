const poor = { persons: 1, monthlyIncomeCents: 0, savingsCents: 0, homes: 0, cars: 0, district: '410105' };
const disabled = { ...poor, monthlyIncomeCents: 80_000, severeDisability: true };

/** Cases that bring out every ground the rules give, each with the reason it is decided for. */
export const cases = [
  { item: 'minimum-living-allowance', known: { means: poor }, reason: 'conditions-met' },
  { item: 'minimum-living-allowance', known: { means: disabled }, reason: 'conditions-met' },
  { item: 'minimum-living-allowance', known: { means: { householdKnown: false } }, reason: 'household-unknown' },
  { item: 'temporary-relief', known: { means: poor }, reason: 'conditions-met' },
  {
    item: 'assistance-end',
    earlier: { register: { outcome: 'granted', diedOn: '2026-02-20' } },
    reason: 'conditions-met',
  },
];
