import type { Application, Draft, Step } from '@lianban/rest-client';
import type { FakeAnswers, Called } from './site';

export const draftPath = '/api/me/drafts/open-small-shop';
export const draft = (more: Partial<Draft> = {}): Draft => ({
  package: 'open-small-shop',
  for: 'resident-2',
  answers: { reason: 'contract-ended', lastWorkedOn: '2026-01-31', savingsCents: 800_000, premisesArea: 24 },
  materials: [],
  version: 3,
  savedAt: '2026-03-02T01:00:00Z',
  keptUntil: '2026-05-31T01:00:00Z',
  ...more,
});
export const step = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  item: id,
  department: 'permits',
  name: { zh: `事项${id}`, en: `Item ${id}` },
  kind: 'decision',
  needs: [],
  status: 'requested',
  ...more,
});
export const application = (more: Partial<Application> = {}): Application => ({
  applicationNumber: 'LB1',
  package: 'open-small-shop',
  packageVersion: 1,
  residentId: 'resident-2',
  name: { zh: '失业再就业开小店', en: 'Opening a small shop' },
  status: 'in-progress',
  submittedAt: '2026-03-02T01:00:00Z',
  version: 4,
  steps: [
    step('course', { status: 'accepted', promisedAt: '2026-03-03T15:59:59Z' }),
    step('sign', { needs: ['course'] }),
  ],
  timeline: [{ at: '2026-03-02T01:00:00Z', what: 'submitted' }],
  graph: { nodes: [], edges: [] },
  ...more,
});

/** A resident with a complete draft, and one application. */
export const applicant = (): FakeAnswers => ({
  [`GET ${draftPath}`]: draft(),
  [`PUT ${draftPath}`]: ({ body }: Called) => draft({ ...(body as object), version: 4 }),
  [`DELETE ${draftPath}`]: { discarded: true },
  'POST /api/applications': { applicationNumber: 'LB1' },
  'GET /api/applications/LB1': application(),
  'GET /api/applications/LB1/messages': { messages: [] },
  'GET /api/applications?limit=20': { applications: [] },
  'GET /api/me/drafts': { drafts: [] },
  'POST /api/packages/open-small-shop/check': { steps: [] },
});
