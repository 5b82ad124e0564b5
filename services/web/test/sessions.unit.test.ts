import { type OpenSite, english, openSite, refusal, signedIn } from './site';

const session = (n: number, more: object = {}) => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  current: false,
  role: 'resident',
  browser: 'firefox',
  system: 'windows',
  startedAt: '2026-03-04T01:05:00Z',
  seenAt: '2026-03-04T02:05:00Z',
  ...more,
});
let site: OpenSite;
beforeEach(async () => {
  site = await openSite({
    'GET /api/me/sessions': {
      sessions: [session(1, { current: true }), session(2, { browser: 'wechat', system: 'harmony', role: 'officer' })],
    },
    'POST *': { ended: 1 },
  });
});
afterEach(() => site.close());

const page = async (headers = {}) => (await site.get('/me/sessions', { ...signedIn, ...headers })).text();

test('each session says device, role, beginning and last use, in both languages', async () => {
  const text = await page();
  expect(text).toContain('Windows · Firefox');
  expect(text).toContain('鸿蒙 · 微信');
  expect(text).toContain('以经办人身份 · 登录：3月4日 09:05 · 最近使用：约 3月4日 10:05');
  const inEnglish = await page(english);
  expect(inEnglish).toContain('WeChat · HarmonyOS');
  expect(inEnglish).toContain('As an officer · Signed in: 4 March at 09:05 · Last used: about 4 March at 10:05');
});

test('this session has no button; the others do, and all others one together', async () => {
  const text = await page();
  expect(text).not.toContain(`value="${session(1).id}"`);
  expect(text).toContain(`value="${session(2).id}"`);
  expect(text).toContain('value="others"');
  site.answers['GET /api/me/sessions'] = { sessions: [session(1, { current: true })] };
  expect(await page()).not.toContain('value="others"');
});

test('a button ends its session; one that ended meanwhile is no failure', async () => {
  const ended = async (end: string) => {
    const response = await site.post('/me/sessions', { end }, signedIn);
    return [response.status, response.headers.get('location'), site.calls.at(-1)?.path];
  };
  const path = `/api/me/sessions/${session(2).id}/end`;
  expect(await ended(session(2).id)).toEqual([303, '/me/sessions', path]);
  expect(await ended('others')).toEqual([303, '/me/sessions', '/api/me/sessions/end-others']);
  site.answers['POST *'] = refusal(404, 'session-not-found');
  expect(await ended(session(2).id)).toEqual([303, '/me/sessions', path]);
});

test('whoever is not signed in signs in first', async () => {
  const response = await site.get('/me/sessions');
  expect([response.status, response.headers.get('location')]).toEqual([303, '/auth/sign-in?return=%2Fme%2Fsessions']);
});
