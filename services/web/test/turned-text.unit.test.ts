import { applicant, application, step } from './applicant';
import { openSite, type OpenSite, signedIn } from './site';

let site: OpenSite;
afterEach(() => site.close());

// Turns everything after it around, and closes whatever a page opened around it.
const turned = 'A\u2069\u202eB';
const mandate = {
  id: 'MD00000001',
  principal: { residentId: 'resident-1', name: turned },
  agent: { residentId: 'resident-2', name: turned },
  packages: 'all',
  until: '2026-12-31T15:59:59.999Z',
  status: 'in-force',
};
const licence = step('licence', { status: 'supplement', missing: [{ code: 'lease' }] });
const read = {
  at: '2026-03-04T01:05:00Z',
  firstAt: '2026-03-04T01:05:00Z',
  count: 1,
  id: 'r-1',
  reader: 'permits',
  purpose: 'case-handling',
  fields: ['case'],
  question: { id: 'q-1', askedAt: '2026-03-04T01:05:00Z', answeredAt: '2026-03-04T01:05:00Z', answer: turned },
};

beforeEach(async () => {
  const mandates = { given: [mandate], received: [mandate] };
  site = await openSite(applicant());
  Object.assign(site.answers, {
    'GET /api/applications/LB1': application({ status: 'waiting-for-you', steps: [licence] }),
    'GET /api/applications/LB1/missing': {
      steps: [{ step: 'licence', department: 'permits', wanted: [{ code: 'lease', note: turned, received: [] }] }],
    },
    'GET /api/applications/LB1/messages': {
      messages: [{ step: 'licence', department: 'permits', text: turned, at: '2026-03-04T01:05:00Z' }],
    },
    'GET /api/me/mandates?limit=50': mandates,
    'GET /api/me/mandates?limit=100': mandates,
    'GET /api/me/consents?limit=50': { consents: [] },
    'GET /api/me/reads?limit=20&own=false': { reads: [read] },
  });
});

/** What of a page is not inside an element that keeps its direction to itself. */
const outside = (html: string): string =>
  html.replaceAll(/<bdi[^>]*>[^<]*<\/bdi>/g, '').replaceAll(/<(\w+)[^>]* dir="auto"[^>]*>[^<]*<\/\1>/g, '');

test.each([
  ['/me', 6],
  ['/applications/LB1', 2],
  ['/applications/LB1/steps/licence/supplement', 1],
  ['/for/resident-1/applications', 0],
])('on %s nothing that a person wrote turns the text beside it', async (path, times) => {
  const response = await site.get(path, signedIn);
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(html.split(turned).length - 1).toBeGreaterThanOrEqual(times);
  expect(outside(html)).not.toContain('\u202e');
});

test('a name in a sentence is isolated there', async () => {
  expect(await (await site.get('/for/resident-1/applications', signedIn)).text()).toContain(
    '您正在代\u2068AB\u2069办理',
  );
});
