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
