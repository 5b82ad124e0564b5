const poor = { persons: 1, monthlyIncomeCents: 0, savingsCents: 0, homes: 0, cars: 0, district: '410105' };
const disabled = { ...poor, monthlyIncomeCents: 80_000, severeDisability: true };

/** Cases that bring out every ground the rules give. */
export const groundCases = [
  { item: 'minimum-living-allowance', known: { means: poor } },
  { item: 'minimum-living-allowance', known: { means: disabled } },
  { item: 'minimum-living-allowance', known: { means: { householdKnown: false } } },
  { item: 'temporary-relief', known: { means: poor } },
];
