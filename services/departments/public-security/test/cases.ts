const newborn = {
  childName: '李安',
  sex: 'female',
  bornOn: '2026-02-20',
  certificateNumber: 'BC-1',
  registerOf: 'mother',
  parentsMarried: true,
};
const entry = { certified: true, childId: 'r-9', district: '410105' };

/** Cases that bring out every ground the rules give, each with the reason it is decided for. */
export const cases = [
  { item: 'birth-registration', answers: newborn, known: { entry }, reason: 'conditions-met' },
  {
    item: 'death-registration',
    answers: { diedOn: '2026-02-20' },
    materials: ['cremation-certificate'],
    reason: 'conditions-met',
  },
  {
    item: 'residence-permit',
    answers: { residingSince: '2025-06-01', residingFor: 'job' },
    materials: ['photo', 'residence-ground-paper'],
    reason: 'conditions-met',
  },
  {
    item: 'identity-card',
    answers: { holderBornOn: '2010-01-01', cardFor: 'first' },
    materials: ['photo'],
    findings: { fingerprints: 'taken' },
    reason: 'conditions-met',
  },
  {
    item: 'register-move',
    answers: { movesFor: 'spouse' },
    materials: ['move-ground-paper'],
    findings: { proof: 'not-proved' },
    reason: 'ground-not-proved',
  },
  { item: 'police-death-proof', findings: { examination: 'open' }, reason: 'examination-open' },
];
