const survivor = { deceasedName: '赵福', diedOn: '2023-05-10', diedOf: 'illness-or-off-work' };
const insured = { yearsPaid: 20, wasPensioner: false, kinshipProved: true, otherGrantTaken: false };
const worker = { bornOn: '1965-01-10', retirementGroup: 'man' };

/** Cases that bring out every ground the rules give, each with the reason it is decided for. */
export const cases = [
  {
    item: 'flexible-enrolment',
    answers: { worksAs: 'self-employed', baseCents: 360_000 },
    findings: { insuredByEmployer: false, drawsPension: false },
    materials: ['payment-mandate'],
    reason: 'conditions-met',
  },
  {
    item: 'unemployment-benefit',
    known: {
      contributions: { unemploymentMonths: 60, unusedMonths: 0 },
      benefit: { kind: '' },
      registration: { unemployedSince: '2026-02-20', endedBy: 'dismissed' },
    },
    reason: 'conditions-met',
  },
  {
    item: 'pension-premium-for-disabled',
    known: {
      disability: { grade: 1, validUntil: '2036-03-01' },
      contributions: { kind: '', lastMonth: '' },
      benefit: { kind: '' },
    },
    reason: 'conditions-met',
  },
  { item: 'retirement-age-check', answers: worker, reason: 'conditions-met' },
  {
    item: 'retirement-pension',
    answers: { ...worker, retiresOn: '2026-04-01', hasDeemedYears: false },
    findings: { monthsPaid: 179 },
    reason: 'contributions-short',
  },
  {
    item: 'survivor-benefit',
    answers: survivor,
    materials: ['kinship-statement', 'payment-account'],
    findings: insured,
    reason: 'conditions-met',
  },
  {
    item: 'social-security-card',
    answers: { insuranceCardFor: 'first' },
    materials: ['photo'],
    reason: 'conditions-met',
  },
  {
    item: 'insurance-end',
    earlier: { register: { outcome: 'granted', diedOn: '2026-02-20' } },
    reason: 'conditions-met',
  },
  {
    item: 'pension-account-of-the-dead',
    materials: ['payment-account'],
    findings: { balanceCents: 0 },
    reason: 'no-account',
  },
];
