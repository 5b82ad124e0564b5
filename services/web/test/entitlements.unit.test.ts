import { fakeCity } from './fake-city';
import { type OpenSite, english, openSite, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite(fakeCity());
});
afterEach(() => site.close());

const page = async (headers = {}) => (await site.get('/me/entitlements', { ...signedIn, ...headers })).text();

test('what is drawn says how much, from when, why it changed and stopped, and what was overpaid', async () => {
  const text = await page();
  for (const words of ['我享受的待遇', '已停发', '每月 ¥400.00', '2026-06 起：每月 ¥400.00（复核）'])
    expect(text).toContain(words);
  expect(text).toContain('2026-07 起暂停，2026-08 恢复（正在核查），中间月份补发');
  expect(text).toContain('2026-09 起停发（不再符合条件）');
  expect(text).toContain('¥400.00 · 多发的款项另案处理');
});

test('a department that did not answer is named, so that nobody takes the page for all there is', async () => {
  expect(await page(english)).toContain('look again later');
});

test('nothing that recurs is said so', async () => {
  site.answers['GET /api/me/entitlements'] = { entitlements: [], unavailable: [] };
  expect(await page()).toContain('没有按期发放的待遇。');
});
