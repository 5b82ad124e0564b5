import { type OpenSite, english, openSite, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite({
    'GET /api/me/mandates?limit=50': { given: [], received: [] },
    'GET /api/me/consents?limit=50': { consents: [] },
  });
});
afterEach(() => site.close());

const read = (more: object = {}) => ({
  at: '2026-03-04T01:05:00Z',
  firstAt: '2026-03-04T01:05:00Z',
  count: 1,
  reader: 'permits',
  caseId: 'LB20260302000001/licence',
  purpose: 'case-handling',
  fields: ['case'],
  ...more,
});
const list = '/api/me/reads?limit=20';
const page = async (path: string, headers = {}) => (await site.get(path, { ...signedIn, ...headers })).text();

test('reads by one reader for one purpose are one line, with count, last and first time', async () => {
  const often = read({ count: 105, firstAt: '2026-03-02T01:00:00Z' });
  site.answers[`GET ${list}&own=false`] = { reads: [often, read({ reader: 'employment' })] };
  const text = await page('/me');
  expect(text.match(/105 次/g)).toHaveLength(1);
  expect(text).toContain('共 105 次，最近一次 3月4日 09:05，第一次 3月2日 09:00');
  expect(text).not.toContain('共 1 次');
  expect(await page('/me', { Cookie: `${english.Cookie}` })).toContain(
    '105 times, last on 4 March at 09:05, first on 2 March at 09:00',
  );
});

test('a link leads to older reads, without script, up to the last page', async () => {
  site.answers[`GET ${list}&own=false`] = { reads: [read()], nextCursor: 'a+b' };
  site.answers[`GET ${list}&own=false&cursor=a%2Bb`] = { reads: [read({ reader: 'employment' })] };
  const first = await page('/me');
  expect(first).toContain('href="/me?reads=a%2Bb#reads"');
  const last = await page('/me?reads=a%2Bb');
  expect(last).toContain('人力资源和社会保障局');
  expect(last).not.toMatch(/href="\/me\?reads=[^"]/);
  expect(last).toContain('href="/me#reads"');
});

test('one’s own reads are hidden, and shown on request, on each page', async () => {
  site.answers[`GET ${list}&own=false`] = { reads: [read()] };
  site.answers[`GET ${list}&own=true`] = { reads: [read({ reader: 'resident:resident-2' })], nextCursor: 'older' };
  expect(await page('/me')).toContain('href="/me?own=true#reads"');
  const own = await page('/me?own=true');
  expect(own).toContain('href="/me?own=true&amp;reads=older#reads"');
  expect(own).toContain('href="/me#reads"');
});

const id = 'r20260302T010000-0a1b2c3d.0000000001';
const button = '我不明白这次查阅';

test('beside each line of somebody else one asks about it, without script; what was asked and answered stands there', async () => {
  const asked = { id: 'q', askedAt: '2026-03-04T02:00:00Z' };
  const answered = { ...asked, answer: '核对您的申请。', answeredAt: '2026-03-05T02:00:00Z' };
  const shown = async (more: object) => {
    site.answers[`GET ${list}&own=false`] = { reads: [read({ id, ...more })] };
    return page('/me');
  };
  expect(await shown({})).toContain(`<form action="/me/reads/${id}/question" method="post">`);
  expect(await shown({ question: asked })).toContain('您 2026年3月4日星期三 提出了疑问');
  expect(await shown({ question: answered })).toContain('核对您的申请。');
  for (const more of [{ question: asked }, { question: answered }, { reader: 'resident:r-2' }])
    expect(await shown(more)).not.toContain(button);

  site.answers[`POST /api/me/reads/${id}/question`] = asked;
  const pressed = await site.post(`/me/reads/${id}/question`, {}, signedIn);
  expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/me#reads']);
});

test('what was read of the whole household says so, names no application to open, and the right it was read by', async () => {
  const more = { id, ofHousehold: true, basis: 'consent', fields: ['savings'] };
  site.answers[`GET ${list}&own=false`] = { reads: [read(more)] };
  const text = await page('/me');
  expect(text).toContain('依据：您的同意');
  expect(text).toContain('其中含有全家的信息');
  expect(text).toContain('办件 LB20260302000001');
  expect(text).not.toContain('href="/applications/LB20260302000001"');
  const inEnglish = await page('/me', { Cookie: `${english.Cookie}` });
  expect(inEnglish).toContain('By right of: your consent');
  expect(inEnglish).toContain('I do not understand this read');
});

test('the whole list can be taken along', async () => {
  site.answers[`GET ${list}&own=false`] = { reads: [read({ id })] };
  const text = await page('/me');
  for (const format of ['csv', 'json']) expect(text).toContain(`href="/api/me/reads.${format}"`);
});

test('whoever acts for an organisation sees who read of it, on a page of theirs; of a relative there is none', async () => {
  const code = '91410105MA990001XW';
  const mandate = {
    ...{ id: `represents-${code}`, status: 'in-force', packages: 'all', confirmedBy: 'register' },
    ...{ until: '9999-12-30T16:00:00Z', agent: { residentId: 'r-1' } },
    principal: { residentId: code, name: '示例餐饮有限公司', isOrganisation: true },
  };
  const ofRelative = { ...mandate, id: 'MD1', principal: { residentId: 'r-2', name: '李华', isOrganisation: false } };
  const received = [mandate, ofRelative];
  site.answers['GET /api/me/mandates?limit=100'] = { given: [], received };
  site.answers['GET /api/me/mandates?limit=50'] = { given: [], received };
  site.answers[`GET ${list}&own=false`] = { reads: [] };
  site.answers[`GET ${list}&own=true`] = { reads: [read({ id })], nextCursor: 'older' };
  expect(await page('/me')).toContain(`href="/for/${code}/reads"`);
  const text = await page(`/for/${code}/reads`);
  expect(text).toContain('谁查阅过该单位');
  expect(text).toContain(`href="/for/${code}/applications/LB20260302000001"`);
  expect(text).toContain(`href="/for/${code}/reads?reads=older#reads"`);
  expect(text).not.toContain(button);
  expect((await site.get('/for/r-2/reads', signedIn)).status).toBe(404);
});
