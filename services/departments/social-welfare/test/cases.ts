const subsidy = { nursingFeeDrawn: false };
const known = { disability: { grade: 1, validUntil: '2036-03-01' }, status: { householdStatus: 'dibao' } };

/** Cases that bring out every ground the rules give, each with the reason it is decided for. */
export const cases = [
  {
    item: 'disability-living-subsidy',
    known,
    findings: { ...subsidy, childSupportDrawn: false },
    reason: 'conditions-met',
  },
  {
    item: 'disability-nursing-subsidy',
    known,
    findings: { ...subsidy, needsCare: true },
    reason: 'conditions-met',
  },
  {
    item: 'age-allowance',
    answers: { bornOn: '1940-05-20' },
    known: { benefit: { kind: '' } },
    materials: ['payment-account'],
    reason: 'conditions-met',
  },
  {
    item: 'child-support',
    answers: { childBornOn: '2016-04-01' },
    materials: ['parents-state-paper'],
    findings: { motherState: 'dead', fatherState: 'able', settledIn: 'home', drawnCents: 0 },
    reason: 'parent-able',
  },
  {
    item: 'disability-certificate',
    answers: { holderBornOn: '1990-04-01', disabilityKind: 'sight' },
    materials: ['photo'],
    findings: { assessedGrade: 2, notice: 'held' },
    reason: 'conditions-met',
  },
  {
    item: 'age-allowance-end',
    earlier: { register: { outcome: 'granted', diedOn: '2026-02-20' } },
    reason: 'conditions-met',
  },
  {
    item: 'disability-subsidies-end',
    earlier: { register: { outcome: 'granted', diedOn: '2026-02-20' } },
    reason: 'conditions-met',
  },
];
