import type { DemoClient } from '../../src/demo/client';

/** 失业再就业开小店 with every paper, seen at a counter: it needs no supplement, and a rule decides the sign. */
export const wholeShop = {
  package: 'open-small-shop',
  answers: { reason: 'contract-ended', lastWorkedOn: '2026-01-31', savingsCents: 800_000, premisesArea: 24 },
  materials: [
    { code: 'health-certificates', grade: 'B', reference: 'JK-2026-000001' },
    { code: 'sign-drawing', grade: 'B', reference: 'ZP-2026-000001' },
    { code: 'hygiene-layout', grade: 'B', reference: 'BJ-2026-000001' },
  ],
};

/** The same without the drawing of the premises, for which permits will ask. */
export const shopWithoutLayout = {
  ...wholeShop,
  materials: wholeShop.materials.filter(({ code }) => code !== 'hygiene-layout'),
};

/** The drawing, handed in by the resident. */
export const layout = async (resident: DemoClient) => ({ materials: await resident.copies('hygiene-layout') });
