import { down, english, openSite, type OpenSite } from './site';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const html = async (path: string, headers: Record<string, string> = {}) => (await site.get(path, headers)).text();

describe('every page', () => {
  test('uses the reader’s language and mode', async () => {
    expect(await html('/')).toContain('<html lang="zh-CN" data-mode="standard">');
    expect(await html('/', { Cookie: 'lang=en; mode=elder' })).toContain('<html lang="en" data-mode="elder">');
    expect(await html('/', { Cookie: 'lang=xx; mode=huge' })).toContain('<html lang="zh-CN" data-mode="standard">');
  });

  test('runs the site’s own scripts and styles only, and is not framed', async () => {
    const answer = await site.get('/');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(await answer.text()).not.toMatch(/<script(?![^>]*src=)|<style| style=| on\w+="/);
  });

  test.each([
    [encodeURIComponent('王小梅 <b>'), '<bdi>王小梅 &lt;b&gt;</bdi>'],
    ['%E0%A4%A', ''],
  ])('says who is signed in, when the sign-in told: %s', async (name, shown) => {
    const text = await (await site.get('/help', { Authorization: 'Bearer t', 'x-lianban-name': name })).text();
    expect(/<bdi>.*?<\/bdi>/.exec(text)?.[0] ?? '').toBe(shown);
  });

  test('is not cached for a signed-in reader', async () => {
    const answer = await site.get('/', { Authorization: 'Bearer t' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect((await site.get('/')).headers.get('cache-control')).toBe('private, no-cache');
  });

  test('refers to assets by their real paths', async () => {
    const [, style = '', script = ''] =
      /href="(\/assets\/site\.[^"]+\.css)".*src="([^"]+)"/.exec(await html('/')) ?? [];
    const answer = await site.get(style, { 'Accept-Encoding': 'br' });
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(await answer.text()).toContain('--target');
    expect((await site.get(script)).status).toBe(200);
  });
});

describe('searching', () => {
  test('the home page lists the packages and the seven areas', async () => {
    const text = await html('/');
    for (const name of ['家有老人需照护', '失业再就业开小店', '就业培训', '公安户政', '长辈版'])
      expect(text).toContain(name);
  });

  test('search terms are escaped', async () => {
    const text = await html(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('没有找到');
  });

  test('an area without a package says where to go instead', async () => {
    expect(await html('/areas/social-security')).toContain('街道服务窗口');
    expect(await html('/areas/elderly-care')).toContain('/things/elderly-parent-care');
  });

  test('the guide shows limits, fee, materials and how to complain', async () => {
    const text = await html('/things/open-small-shop', english);
    for (const word of ['20 working days', 'Free', 'Drawing of the sign', 'reconsideration', '/apply/open-small-shop'])
      expect(text).toContain(word);
  });

  test.each(['/things/nothing', '/areas/nothing', '/nothing', '/things/'])('%s is not found', async (path) => {
    const answer = await site.get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('没有找到这个页面');
  });
});

describe('the two-minute check', () => {
  const path = '/things/open-small-shop/check';

  test('asks the questions of the form, without signing in', async () => {
    const text = await html(path);
    for (const word of ['家庭存款', '被单位辞退', 'name="premisesArea"']) expect(text).toContain(word);
  });

  test('shows what would be required and why, by the answers', async () => {
    const step = { step: 'relief', prospect: 'asked', blockedBy: [] };
    const condition = { means: { zh: '家庭存款低于 20000 元', en: '-' }, verdict: 'met', waitsFor: [] };
    const sign = { step: 'sign', prospect: 'not-asked', conditions: [], blockedBy: ['licence'] };
    site.answers['POST /api/packages/open-small-shop/check'] = {
      steps: [{ ...step, conditions: [condition] }, sign],
    };
    const answer = await site.post(path, { savingsCents: '8,000', reason: '' });
    expect(site.calls.at(-1)?.body).toEqual({ answers: { savingsCents: 800_000 } });
    const text = await answer.text();
    expect(text).toContain('家庭存款低于 20000 元：<strong>符合</strong>');
    expect(text).toContain('因为不办理“食品经营许可”');
    expect(text).toContain('value="8,000"');
  });

  test('errors are listed at the top and at their field, in either language, and input is kept', async () => {
    const answer = await site.post(path, { savingsCents: '很多', premisesArea: '24' }, english);
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('<title>Error: ');
    expect(text).toMatch(/class="error-summary" role="alert" tabindex="-1".*<a href="#savingsCents">Write the amount/);
    expect(text).toContain('id="savingsCents-error"');
    expect(text).toContain('value="很多"');
    expect(text).toContain('value="24"');
    expect(await (await site.post(path, { savingsCents: '很多' })).text()).toContain('<title>请更正：');
  });
});

describe('settings', () => {
  test('are stored in two cookies, and return to the page', async () => {
    const answer = await site.post('/settings', { mode: 'elder', language: 'en', return: '/things/open-small-shop' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/things/open-small-shop');
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^lang=en; Path=\/; Max-Age=31536000; SameSite=Lax$/),
      expect.stringMatching(/^mode=elder; /),
    ]);
  });

  test('accept known choices only, and redirect to no other site', async () => {
    const answer = await site.post('/settings', { mode: 'x; Domain=evil', return: '//evil.example' });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get('location')).toBe('/settings');
  });

  test('return to a search in Chinese', async () => {
    const here = `/search?q=${encodeURIComponent('开小店')}`;
    const answer = await site.post('/settings', { mode: 'elder', return: here });
    expect(answer.headers.get('location')).toBe(here);
  });
});

describe('when something is down', () => {
  test('without any catalogue the site says what still works', async () => {
    const other = await openSite({ 'GET /api/packages': down() });
    const answer = await other.get('/');
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('现在仍然可以');
    expect((await other.get('/help')).status).toBe(200);
    await other.close();
  });

  test('a form that is too large is reported', async () => {
    const answer = await site.post('/settings', { return: 'x'.repeat(70_000) });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('内容太大');
  });

  test('the probes answer', async () => {
    expect((await site.get('/healthz/ready')).status).toBe(200);
    expect((await site.get('/healthz/live')).status).toBe(200);
  });
});
