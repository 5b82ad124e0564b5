import { shownText, strayWords } from '@lianban/browser-testing';
import { type OpenSite, down, english, openSite, refusal, signedIn } from './site';

const notice = {
  ...{ id: 'notice-1/1', applicationNumber: 'LB20260302000001', package: 'open-small-shop', step: 'licence' },
  ...{ department: 'permits', class: 'legal', at: '2026-03-04T01:05:00Z', unread: true, status: 'delivered' },
  title: { zh: '需要补正材料', en: 'Something is missing' },
  body: { zh: '办件 LB20260302000001 缺材料。', en: 'A paper of LB20260302000001 is missing.' },
  ...{ until: '2026-04-03T15:59:59Z', sentBy: 'sms' },
};
const message = { step: 'licence', department: 'permits', text: '请标明水池位置。', at: '2026-03-05T01:05:00Z' };
const application = {
  ...{ applicationNumber: 'LB20260302000001', package: 'open-small-shop', packageVersion: 1, steps: [] },
  ...{ submittedAt: '2026-03-02T01:00:00Z', status: 'in-progress' },
};
const preference = {
  ...{ language: 'zh', channels: ['sms', 'mail'], copiesToAgent: true },
  quietHours: { from: '21:00', to: '08:00' },
};

let site: OpenSite;
beforeEach(async () => {
  site = await openSite({
    'GET /api/me/notices?limit=20': { notices: [notice], nextCursor: 'older' },
    'GET /api/me/notices?limit=20&cursor=older': { notices: [{ ...notice, id: 'notice-0/1', unread: false }] },
    'POST /api/me/notices/read': {},
    'GET /api/applications?limit=20': { applications: [application] },
    'GET /api/applications/LB20260302000001/messages': { messages: [{ ...message, unread: true }] },
    'POST /api/applications/LB20260302000001/messages/read': {},
    'GET /api/me/notice-preference': preference,
    'GET /api/me/contact': { phone: '138****0000', email: 'li@example.org' },
    'PUT /api/me/notice-preference': preference,
    'PUT /api/me/contact': {},
  });
});
afterEach(() => site.close());

const page = async (path: string, headers = {}) => (await site.get(path, { ...signedIn, ...headers })).text();
const sent = (method: string, path: string) =>
  site.calls.filter((each) => each.method === method && each.path === path).map(({ body }) => body);

describe('the inbox', () => {
  test('is one list of notices and what officers wrote, the newest first, in both languages', async () => {
    const zh = shownText(await page('/inbox'));
    expect(zh.indexOf('请标明水池位置。')).toBeGreaterThan(-1);
    expect(zh.indexOf('需要补正材料')).toBeGreaterThan(zh.indexOf('请标明水池位置。'));
    expect(zh).toContain('期限：2026年4月3日');
    expect(zh).toContain('已用短信提醒');
    const en = shownText(await page('/inbox', english));
    for (const words of ['Something is missing', 'By 3 April 2026', 'also sent by SMS']) expect(en).toContain(words);
  });

  test('what it shows is marked as read, up to the newest', async () => {
    await page('/inbox');
    expect(sent('POST', '/api/me/notices/read')).toEqual([{ until: notice.at }]);
    expect(sent('POST', '/api/applications/LB20260302000001/messages/read')).toEqual([{ until: message.at }]);
  });

  test('older ones are a page away, and mark nothing', async () => {
    expect(await page('/inbox')).toContain('href="/inbox?cursor=older#content"');
    site.calls.length = 0;
    expect(await page('/inbox?cursor=older')).toContain('需要补正材料');
    expect(site.calls.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('is shown when departments do not answer, and when nothing can be marked', async () => {
    site.answers['GET /api/applications/LB20260302000001/messages'] = down();
    site.answers['POST /api/me/notices/read'] = down();
    expect(await page('/inbox')).toContain('需要补正材料');
  });

  test('whoever is not signed in signs in first', async () => {
    const response = await site.get('/inbox');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/auth/sign-in?return=%2Finbox']);
  });
});

describe('how somebody is told', () => {
  const typed = {
    ...{ channels: 'mail', language: 'en', quietFrom: '22:00', quietTo: '07:30', copies: 'no' },
    email: 'li@example.org',
  };
  const save = (more: object = {}) => site.post('/inbox/settings', { ...typed, ...more }, signedIn);

  test('the form shows what is in force', async () => {
    const html = await page('/inbox/settings');
    expect(html).toMatch(/<input[^>]*value="sms,mail"[^>]*checked|<input[^>]*checked[^>]*value="sms,mail"/);
    for (const value of ['21:00', '08:00', 'li@example.org', '138****0000']) expect(html).toContain(value);
  });

  test('what is chosen is stored, without scripts', async () => {
    const response = await save();
    expect([response.status, response.headers.get('location')]).toEqual([303, '/inbox']);
    expect(sent('PUT', '/api/me/contact')).toEqual([{ email: 'li@example.org' }]);
    expect(sent('PUT', '/api/me/notice-preference')).toEqual([
      { language: 'en', channels: ['mail'], quietHours: { from: '22:00', to: '07:30' }, copiesToAgent: false },
    ]);
  });

  test('neither way and no quiet hours can be chosen', async () => {
    await save({ channels: '', quietFrom: '', quietTo: '' });
    expect(sent('PUT', '/api/me/notice-preference')).toEqual([{ language: 'en', channels: [], copiesToAgent: false }]);
  });

  test.each([
    ['half of the quiet hours', { quietTo: '' }],
    ['a time that is none', { quietFrom: '25:00' }],
  ])('%s: the form comes back with what was typed, and nothing is stored', async (_, wrong) => {
    const text = await (await save(wrong)).text();
    expect(text).toContain('请把两个时间都写成 21:00 这样');
    expect(text).toContain('li@example.org');
    expect(site.calls.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  test('an address that is refused is said at its field, and the rest is not stored', async () => {
    site.answers['PUT /api/me/contact'] = refusal(409, 'email-invalid');
    expect(await (await save({ email: 'nowhere' })).text()).toContain('请填写正确的邮箱');
    expect(sent('PUT', '/api/me/notice-preference')).toEqual([]);
  });
});

test('neither page shows codes, in either language', async () => {
  const found = ['/inbox', '/inbox/settings'].flatMap((path) =>
    (['zh-CN', 'en'] as const).map(async (language) => {
      const text = shownText(await page(path, { Cookie: `lang=${language}` }));
      return strayWords(text, language, ['LB20260302000001']);
    }),
  );
  expect((await Promise.all(found)).flat()).toEqual([]);
});
