import { applicant, application, draftPath, step } from './applicant';
import { forms, mandate } from './forms';
import { down, openSite, type OpenSite, refusal, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  const supplement = step('licence', { status: 'supplement', missing: [{ code: 'premisesArea' }] });
  const notice = step('course', { status: 'paused', reason: 'public-notice' });
  site = await openSite({
    ...applicant(),
    'GET /api/applications/LB1': application({ steps: [supplement, notice] }),
    'GET /api/me/mandates?limit=100': { given: [], received: [mandate] },
  });
});
afterEach(() => site.close());

const typed = {
  savingsCents: '1,234.50',
  premisesArea: '24',
  reason: '第一行 "<b>"\r\n第二行',
  direction: 'received',
  name: '王秀兰',
  idNumber: '11010519491231002X',
  until: '2026-12-31',
  act: 'revoke',
  end: 'others',
  key: 'k-12345678',
};
const written = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** These two need no data of the reader: they call no service, and lose no input. */
const mine = forms.filter((path) => path !== '/settings' && !path.endsWith('/check'));
const failing = (methods: readonly string[], answer: Error) => {
  for (const method of methods)
    for (const path of Object.keys(site.answers).filter((each) => each.startsWith(`${method} `)))
      delete site.answers[path];
  for (const method of methods) site.answers[`${method} *`] = answer;
};
const writing = ['POST', 'PUT', 'UPLOAD', 'DELETE'];

/** The page keeps the input: in a form that repeats it, or in its fields. */
async function keeps(answer: Response, path: string) {
  const text = await answer.text();
  if (!text.includes('再提交一次</button>')) return expect(text).toContain('value="1,234.50"');
  expect(text).toContain(`<form class="panel" action="${path}" method="post">`);
  for (const [name, value] of Object.entries(typed))
    expect(text).toContain(`<input type="hidden" name="${name}" value="${written(value)}"/>`);
}

describe.each(mine)('input submitted to %s is kept', (path) => {
  test('when the services are down', async () => {
    failing(['GET', ...writing], down());
    const answer = await site.post(path, typed, signedIn);
    expect(answer.status).toBe(503);
    await keeps(answer, path);
  });

  test('when the session has ended', async () => {
    const answer = await site.post(path, typed);
    expect(answer.status).toBe(401);
    await keeps(answer, path);
  });
});

describe.each([
  '/applications/LB1/withdraw',
  '/applications/LB1/steps/course/objection',
  '/applications/LB1/steps/licence/supplement',
  '/me/mandates/new',
  '/me/mandates/m-1',
  '/me/consents/LB1.social-assistance.minimum-living-allowance',
  '/apply/open-small-shop/check-answers',
  '/apply/open-small-shop/savingsCents',
])('%s', (path) => {
  test.each([
    ['what takes it is down', down()],
    ['there were too many requests', refusal(429, 'too-many-requests')],
  ])('loses nothing when %s', async (_, no) => {
    failing(writing, no);
    site.answers[`GET ${draftPath}`] = refusal(404, 'draft-not-found');
    site.answers['GET /api/me/submissions/k-12345678'] = no;
    const answer = await site.post(path, typed, signedIn);
    expect(answer.status).toBeGreaterThanOrEqual(422);
    await keeps(answer, path);
  });
});

test('a page that was only read has nothing to repeat', async () => {
  failing(['GET', ...writing], down());
  const text = await (await site.get('/applications', signedIn)).text();
  expect(text).toContain('现在仍然可以');
  expect(text).not.toContain('再提交一次</button>');
});
