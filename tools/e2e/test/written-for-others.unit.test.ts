import { document } from '../../../services/gateway/src/http/openapi';
import { routes } from '../../../services/gateway/src/routes';
import { application, step } from '../../../services/web/test/applicant';
import { openSite, type OpenSite, signedIn } from '../../../services/web/test/site';
import { freeFields, receivers, textFor, textsOn } from './harness/written-for-others';

test('every field one person writes in for another has a receiver; one nobody reads says why', () => {
  const fields = freeFields(document(routes) as unknown as Parameters<typeof freeFields>[0]);
  expect(fields).toContain('POST /api/applications/{number}/steps/{step}/objection reason');
  expect([...fields].sort()).toEqual(Object.keys(receivers).sort());
});

const at = '2026-03-02T01:00:00Z';
const missing = [{ code: 'hygiene-layout' }];
const history = [
  { at, what: 'withdrawn', detail: textFor('withdrawal reason') },
  { at, what: 'taken-over', step: 'licence', department: 'permits', detail: textFor('take-over reason') },
];
const wanted = [{ code: 'hygiene-layout', note: textFor('missing/note'), received: [] }];
const read = { id: 'r1', reader: 'officer:o-1', purpose: 'case-handling', fields: ['case'], count: 1, at, firstAt: at };
const answer = { id: 'q1', askedAt: at, answer: textFor('answer text'), answeredAt: at };

let site: OpenSite;
beforeAll(async () => {
  site = await openSite({
    'GET /api/applications/LB1': application({
      steps: [step('licence', { status: 'supplement', missing })],
      timeline: history,
    }),
    'GET /api/applications/LB1/missing': { steps: [{ step: 'licence', department: 'permits', wanted }] },
    'GET /api/applications/LB1/messages': {
      messages: [{ step: 'licence', department: 'permits', text: textFor('notes text'), at, unread: true }],
    },
    'GET /api/me/reads?limit=20&own=false': { reads: [{ ...read, question: answer }] },
    'GET /api/me/mandates?limit=50': { given: [], received: [] },
    'GET /api/me/consents?limit=50': { consents: [] },
  });
});
afterAll(() => site.close());

test.each([
  ['application', '/applications/LB1'],
  ['supplement', '/applications/LB1/steps/licence/supplement'],
  ['me', '/me'],
] as const)(
  'a resident finds on the page “%s” what was written for them, in both languages and modes',
  async (place, path) => {
    expect(textsOn(place)).not.toEqual([]);
    for (const Cookie of ['lang=zh-CN', 'lang=en', 'mode=elder', 'mode=elder; lang=en']) {
      const html = await (await site.get(path, { ...signedIn, Cookie })).text();
      expect([Cookie, textsOn(place).filter((text) => !html.includes(text))]).toEqual([Cookie, []]);
    }
  },
);
