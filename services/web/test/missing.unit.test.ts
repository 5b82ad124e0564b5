import { applicant, application, step } from './applicant';
import { down, english, openSite, type OpenSite, refusal, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite(applicant());
  site.answers['GET /api/applications/LB1'] = application({ status: 'waiting-for-you', steps: [licence] });
  site.answers['GET /api/applications/LB1/missing'] = { steps: [{ step: 'licence', department: 'permits', wanted }] };
});
afterEach(() => site.close());

const upload = 'FM00000000-0000-4000-8000-000000000000';
const codes = ['health-certificates', 'premisesArea', 'household-authorisation', 'lease'];
const licence = step('licence', { status: 'supplement', missing: codes.map((code) => ({ code })) });
const wanted = [
  { code: 'health-certificates', note: '第二页看不清，请重拍。', received: [{ grade: 'C', reference: upload }] },
  { code: 'premisesArea', note: '与租赁合同不一致', received: [] },
  { code: 'household-authorisation', note: '缺父亲的签名', received: [{ grade: 'D', reference: 'LB1.a.b' }] },
  { code: 'lease', note: '经营场所的租赁合同', received: [] },
];
const notes = wanted.map(({ note }) => note);

const page = async (path: string, headers: Record<string, string> = {}) =>
  (await site.get(path, { ...signedIn, ...headers })).text();
const application1 = '/applications/LB1';
const supplement = `${application1}/steps/licence/supplement`;

test.each([application1, supplement])('shows every note of the officer: %s', async (path) => {
  for (const language of [{}, english]) {
    const text = await page(path, language);
    for (const note of notes) expect(text.split(note).length - 1).toBeGreaterThanOrEqual(1);
  }
});

test.each([application1, supplement])('lists earlier uploads, with links: %s', async (path) => {
  const text = await page(path);
  expect(text).toContain('已收到，请重新提交');
  expect(text).toContain(`href="/api/me/materials/${upload}"`);
  expect(text).not.toContain('LB1.a.b');
});

test('a paper uploaded again is listed again', async () => {
  const text = await page(`${supplement}?held=health-certificates~C~m-7`);
  expect(text).not.toContain('已收到，请重新提交');
  expect(text).toContain('已上传');
});

test('an agent reads the notes, and gets no links to files they may not open', async () => {
  const mandate = {
    id: 'm-1',
    principal: { residentId: 'resident-1', name: '王秀英' },
    agent: { residentId: 'resident-2' },
    packages: 'all',
    until: '2026-12-31T15:59:59Z',
    status: 'in-force',
  };
  site.answers['GET /api/me/mandates?limit=100'] = { given: [], received: [mandate] };
  const text = await page(`/for/resident-1${supplement}`);
  expect(text).toContain('第二页看不清，请重拍。');
  expect(text).not.toContain(upload);
});

test.each([
  ['the department is away', { steps: [{ step: 'licence', department: 'permits' }] }],
  ['the gateway cannot be asked', down()],
  ['the gateway is of an earlier release', refusal(404, 'not-found')],
])('while %s the names are shown, and that the words cannot be', async (_why, answer) => {
  site.answers['GET /api/applications/LB1/missing'] = answer;
  for (const path of [application1, supplement]) {
    const text = await page(path);
    expect(text).toContain('从业人员健康证明');
    expect(text).toContain('部门的说明暂时读不到');
    expect(text).toContain('其他材料');
    expect(text).not.toContain('>lease<');
  }
});

test('nothing is fetched while nothing is missing', async () => {
  site.answers['GET /api/applications/LB1'] = application();
  await page(application1);
  expect(site.calls.filter(({ path }) => path.endsWith('/missing'))).toEqual([]);
});
