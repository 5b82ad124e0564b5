import { applicant, application, draftPath, step } from './applicant';
import { forms, mandate } from './forms';
import { openSite, type OpenSite, refusal, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  const supplement = step('licence', { status: 'supplement', missing: [{ code: 'hygiene-layout' }] });
  site = await openSite({
    ...applicant(),
    'GET /api/applications/LB1': application({ steps: [supplement] }),
    'GET /api/me/mandates?limit=100': { given: [], received: [mandate] },
  });
});
afterEach(() => site.close());

const names = [
  'return',
  'act',
  'key',
  'reason',
  'direction',
  'idNumber',
  'name',
  'until',
  'savingsCents',
  'language',
  'hygiene-layout',
];
const everyName = (value: string) => names.map((name) => `${name}=${value}`).join('&');
const nonsense: Readonly<Record<string, readonly [type: string, body: string]>> = {
  nothing: ['application/x-www-form-urlencoded', ''],
  'fields of no form': ['application/x-www-form-urlencoded', 'constructor=1&__proto__=2&%00=%ff'],
  'every field twice': ['application/x-www-form-urlencoded', `${everyName('a')}&${everyName('b')}`],
  'every field wrong': ['application/x-www-form-urlencoded', everyName('%EF%BF%BF%27%3Cscript%3E')],
  'lists and objects': ['application/x-www-form-urlencoded', names.map((n) => `${n}[]=1&${n}[a]=2`).join('&')],
  JSON: ['application/json', '{"reason":{"a":1}}'],
  'a broken upload': ['multipart/form-data; boundary=x', '--y\r\n'],
  'no charset there is': ['application/x-www-form-urlencoded; charset=klingon', 'a=b'],
};

const post = (path: string, [type, body]: readonly [string, string]) =>
  fetch(site.url + path, {
    method: 'POST',
    headers: { ...signedIn, 'Content-Type': type },
    body,
    redirect: 'manual',
  });

describe.each(forms)('%s', (path) => {
  test.each(Object.keys(nonsense))('given %s reports an error, or changes nothing', async (kind) => {
    const answer = await post(path, nonsense[kind]!);
    expect(answer.status).toBeLessThan(500);
    if (answer.status !== 303) expect(await answer.text()).toMatch(/<h1\b/);
  });

  test.each([400, 404, 409, 412, 413, 422, 429])('forwards the API’s status %i', async (status) => {
    const no = refusal(status, 'no');
    for (const method of ['POST', 'PUT', 'UPLOAD', 'DELETE']) site.answers[`${method} *`] = no;
    site.answers[`PUT ${draftPath}`] = no;
    site.answers[`DELETE ${draftPath}`] = no;
    site.answers['POST /api/applications'] = no;
    const answer = await post(path, ['application/x-www-form-urlencoded', 'reason=other&act=confirm&savingsCents=5']);
    expect(answer.status).toBeLessThan(500);
  });
});
