const newborn = { childName: '李安', sex: 'female', bornOn: '2026-02-20', shownParents: 'both' };
const child = { bornOn: '2026-02-20' };
const holders = { certifiedOn: '2015-03-10', childBornOn: '2014-06-20', holders: 2 };

/** Cases that bring out every ground the rules give, each with the reason it is decided for. */
export const cases = [
  { item: 'birth-service-registration', reason: 'conditions-met' },
  {
    item: 'birth-certificate',
    answers: { ...newborn, bornAt: 'maternity-unit' },
    findings: { birthRecord: 'found' },
    reason: 'conditions-met',
  },
  {
    item: 'birth-certificate',
    answers: { ...newborn, bornAt: 'elsewhere' },
    materials: ['dna-report'],
    findings: { birthRecord: 'not-found' },
    reason: 'birth-not-recorded',
  },
  { item: 'vaccination-certificate', answers: child, reason: 'conditions-met' },
  { item: 'childcare-subsidy', answers: child, known: { claim: { taken: false } }, reason: 'conditions-met' },
  {
    item: 'one-child-aid',
    answers: holders,
    materials: ['only-child-certificate', 'aid-form'],
    reason: 'conditions-met',
  },
  { item: 'family-doctor', answers: { group: 'aged' }, reason: 'conditions-met' },
];
