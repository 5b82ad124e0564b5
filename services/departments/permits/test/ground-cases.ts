const home = { ownerConsent: true, touchesStructure: false };
const materials = ['ownership-proof', 'adaptation-plan', 'health-certificates', 'hygiene-layout', 'sign-drawing'];

/** Cases that bring out every ground the rules give. */
export const groundCases = [
  { item: 'home-adaptation-permit', answers: home, materials, findings: { inspection: 'failed' } },
  { item: 'food-business-licence', answers: { premisesArea: 24 }, materials },
  { item: 'shopfront-sign', materials },
];
