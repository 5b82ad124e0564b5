import { type OpenSite, english, openSite, refusal, signedIn } from './site';

const asked = {
  id: 'c1',
  residentId: 'r-1',
  field: 'phone',
  reference: 'FM00000000-0000-4000-8000-000000000000',
  status: 'refused',
  askedAt: '2026-03-04T01:05:00Z',
  decidedAt: '2026-03-05T01:05:00Z',
  reason: '材料不清楚。',
};
let site: OpenSite;
beforeEach(async () => {
  site = await openSite({
    'GET /api/me/corrections': { corrections: [asked] },
    'UPLOAD /api/me/materials': { reference: asked.reference, grade: 'C' },
    'POST /api/me/corrections': { ...asked, status: 'asked' },
  });
});
afterEach(() => site.close());

const paper = asked.reference;
const upload = (file?: string) => {
  const body = new FormData();
  if (file) body.set('file', new Blob([file], { type: 'image/png' }), 'paper.png');
  const headers = { ...signedIn, 'Sec-Fetch-Site': 'same-origin' };
  return fetch(`${site.url}/me/corrections/paper`, { method: 'POST', headers, body, redirect: 'manual' });
};
const send = (fields: Record<string, string>) => site.post('/me/corrections', fields, signedIn);
const asks = () => site.calls.filter(({ method }) => method !== 'GET');

test('the page shows what was asked for before, what was decided and why, in both languages', async () => {
  const text = await (await site.get('/me/corrections', signedIn)).text();
  expect(text).toContain('更正我的登记信息');
  expect(text).toContain('没有更正');
  expect(text).toContain('<bdi>材料不清楚。</bdi>');
  const inEnglish = await (await site.get('/me/corrections', { ...signedIn, ...english })).text();
  expect(inEnglish).toContain('Not corrected');
  expect(inEnglish).toContain('the police');
});

test('without scripts the paper comes first, and the form asks with it', async () => {
  const uploaded = await upload('abc');
  const place = `/me/corrections?paper=${paper}`;
  expect([uploaded.status, uploaded.headers.get('location')]).toEqual([303, place]);
  expect(await (await site.get(place, signedIn)).text()).toContain(`name="paper" value="${paper}"`);
  const response = await send({ field: 'phone', value: ' 13800000000 ', paper });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/me/corrections']);
  expect(asks()).toMatchObject([
    { method: 'UPLOAD' },
    { path: '/api/me/corrections', body: { field: 'phone', value: '13800000000', reference: paper } },
  ]);
});

test('what is missing is said at its field, and what was typed stays', async () => {
  const nothing = await send({ field: 'salary', value: '', paper });
  expect(nothing.status).toBe(422);
  const text = await nothing.text();
  expect(text).toContain('href="#field"');
  expect(text).toContain('href="#value"');
  expect(await (await send({ field: '', value: '建设路 1 号', paper })).text()).toContain('value="建设路 1 号"');
  expect(await (await send({ field: 'phone', value: '1', paper: 'x' })).text()).toContain('href="#paper"');
  expect(asks()).toEqual([]);
});

test('a file that cannot be taken is said at the file', async () => {
  site.answers['UPLOAD /api/me/materials'] = refusal(413, 'too-large');
  const response = await upload('abc');
  expect(response.status).toBe(422);
  expect(await response.text()).toContain('href="#paper"');
});

test.each([
  [409, '这一项已有一个更正在等待决定'],
  [422, '填写的内容不对'],
])('a refusal with %i is said in words', async (status, words) => {
  site.answers['POST /api/me/corrections'] = refusal(status, 'correction-waits');
  const response = await send({ field: 'phone', value: '1', paper });
  expect(response.status).toBe(422);
  expect(await response.text()).toContain(words);
});

test('whoever is not signed in signs in first', async () => {
  expect((await site.get('/me/corrections')).headers.get('location')).toContain('/auth/sign-in');
});
