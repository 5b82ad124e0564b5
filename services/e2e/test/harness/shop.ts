/** 失业再就业开小店 with every paper, so that nothing has to be supplemented. */
export const wholeShop = {
  package: 'open-small-shop',
  answers: { reason: 'contract-ended', lastWorkedOn: '2026-01-31', savingsCents: 800_000, premisesArea: 24 },
  materials: [
    { code: 'household-authorisation', grade: 'D', reference: 'upload-1' },
    { code: 'health-certificates', grade: 'B', reference: 'upload-2' },
    { code: 'sign-drawing', grade: 'C', reference: 'upload-3' },
    { code: 'hygiene-layout', grade: 'C', reference: 'upload-4' },
  ],
};

/** The same without the drawing of the premises, which permits will ask for. */
export const shopWithoutLayout = {
  ...wholeShop,
  materials: wholeShop.materials.filter(({ code }) => code !== 'hygiene-layout'),
};

export const layout = { materials: [{ code: 'hygiene-layout', grade: 'C', reference: 'upload-5' }] };
