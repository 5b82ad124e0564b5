const home = { ownerConsent: true, touchesStructure: false };
const materials = ['ownership-proof', 'adaptation-plan', 'health-certificates', 'hygiene-layout', 'sign-drawing'];

/** Cases that bring out every ground the rules give, each with the reason it is decided for. */
export const cases = [
  {
    item: 'home-adaptation-permit',
    answers: home,
    materials,
    findings: { inspection: 'failed' },
    reason: 'inspection-failed',
  },
  { item: 'food-business-licence', answers: { premisesArea: 24 }, materials, reason: 'conditions-met' },
  { item: 'shopfront-sign', materials, reason: 'licence-not-granted' },
];
