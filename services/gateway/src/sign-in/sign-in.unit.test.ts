import { Browser, locationOf } from '../../test/browser';
import { type TestGateway, openGateway, submission } from '../../test/test-gateway';
import { type FakeIssuer, fakeIssuer, newKey } from '../../test/issuer';
import { siteOf } from '../../test/site';
import { type FakeWeb, fakeWeb } from '../../test/web';

let issuer: FakeIssuer;
let web: FakeWeb;
let desk: FakeWeb;
let gateway: TestGateway;
let browser: Browser;
beforeEach(async () => {
  issuer = await fakeIssuer();
  [web, desk] = await Promise.all([fakeWeb(), fakeWeb()]);
  gateway = await openGateway({ rest: siteOf({ issuer: issuer.url, web: web.url, desk: desk.url }) });
  browser = new Browser(gateway.url);
});
afterEach(async () => {
  await gateway.close();
  await issuer.close();
  await Promise.all([web.close(), desk.close()]);
});

/** Starts a sign-in and returns from the issuer. */
async function signIn(path = '/', who = browser): Promise<Response> {
  const begun = await who.send(`/auth/sign-in?return=${encodeURIComponent(path)}`);
  return who.send(`/auth/callback?${issuer.comeBack(new URL(locationOf(begun)))}`);
}
const session = async (who = browser) => (await who.send('/auth/session')).status;

test('signing in redirects to the issuer with code flow and PKCE, and back to the requested page', async () => {
  const begun = await browser.send('/auth/sign-in?return=/apply/small-shop%3Fa%3D1');
  expect(begun.status).toBe(303);
  const asked = new URL(locationOf(begun));
  expect(asked.origin + asked.pathname).toBe(`${issuer.url.origin}/authorize`);
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'lianban-gateway',
    code_challenge_method: 'S256',
    redirect_uri: 'http://127.0.0.1:7480/auth/callback',
    scope: 'openid',
  });
  const back = await browser.send(`/auth/callback?${issuer.comeBack(asked)}`);
  expect([back.status, locationOf(back)]).toEqual([303, '/apply/small-shop?a=1']);
  expect(await (await browser.send('/auth/session')).json()).toMatchObject({ role: 'resident', id: 'resident-1' });
});

test('the session authorises API calls, and pages get a token for the person', async () => {
  await signIn();
  const json = { 'Content-Type': 'application/json', 'Idempotency-Key': 'k-1' };
  const applied = await browser.post('/api/applications', { body: JSON.stringify(submission), headers: json });
  expect(applied.status).toBe(202);
  expect(gateway.calls[0]).toMatchObject({
    request: { residentId: 'resident-1' },
    options: { onBehalfOf: 'resident:resident-1' },
  });

  await browser.send('/applications');
  const told = web.heard[0]?.headers.authorization ?? '';
  const mine = await gateway.send('/api/applications', { headers: { Authorization: told } });
  expect(mine.status).toBe(200);
  expect(web.heard[0]?.headers.cookie).toBeUndefined();
});

test('the desk gets no token: it asks the API from the browser', async () => {
  await signIn('/desk/');
  expect((await browser.send('/desk/')).headers.get('cache-control')).toBe('private, no-store');
  expect(desk.heard.map(({ url }) => url)).toEqual(['/desk/']);
  expect(desk.heard[0]?.headers).not.toHaveProperty('authorization');
  expect(desk.heard[0]?.headers).not.toHaveProperty('cookie');
});

test('no token reaches the browser, in a cookie or elsewhere', async () => {
  const answers = [await signIn(), await browser.send('/auth/session'), await browser.send('/')];
  const seen = [...browser.lines, ...(await Promise.all(answers.map((each) => each.text())))].join('\n');
  expect(seen).not.toMatch(/eyJ[\w-]*\.eyJ[\w-]*\.[\w-]+/);
  const [, sealed = ''] = /lianban=([^;]*)/.exec(browser.lines.at(-1) ?? '') ?? [];
  expect(JSON.parse(Buffer.from(sealed.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({ enc: 'A256GCM' });
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('resident-1');
});

describe('cookies', () => {
  test('cookies are hidden from scripts and not sent with other sites’ forms', async () => {
    await signIn();
    for (const line of browser.lines) expect(line).toMatch(/; Path=\/(auth\/sign-out)?; .*HttpOnly; SameSite=Lax$/);
    expect(browser.lines.join()).not.toContain('Domain=');
  });

  test('over TLS cookies are bound to this host and to TLS', async () => {
    await gateway.close();
    const origin = new URL('https://service.city.example');
    gateway = await openGateway({ rest: siteOf({ issuer: issuer.url, web: web.url, origin }) });
    browser = new Browser(gateway.url);
    await signIn();
    const set = browser.lines.filter((line) => !line.includes('1970'));
    expect(set.map((line) => line.split('=')[0])).toEqual([
      '__Host-lianban-sign-in',
      '__Secure-lianban-id',
      '__Host-lianban',
    ]);
    for (const line of set) expect(line).toContain('; Secure');
  });

  test('a browser can store the longest cookie', async () => {
    const long = { sub: 'o'.repeat(64), role: 'supervisor', department: 'd'.repeat(63), district: '410105' };
    issuer.says = (claims) => ({ ...claims, ...long });
    await signIn(`/${'p'.repeat(2000)}`);
    for (const line of browser.lines) expect(line.split(';')[0]!.length).toBeLessThan(4096);
    expect(await session()).toBe(200);
  });

  test('two cookies of one name are ignored: one was set by somebody else', async () => {
    await signIn();
    const own = `lianban=${browser.cookies.get('lianban')}`;
    expect((await gateway.send('/auth/session', { headers: { Cookie: own } })).status).toBe(200);
    expect((await gateway.send('/auth/session', { headers: { Cookie: `${own}; lianban=other` } })).status).toBe(401);
  });
});

describe('each sign-in is a new session', () => {
  test('a session already in the browser is not reused', async () => {
    await signIn();
    const before = browser.cookies.get('lianban');
    await signIn();
    expect(browser.cookies.get('lianban')).not.toBe(before);
  });

  test('a callback is valid once, and for the browser that started it', async () => {
    const begun = await browser.send('/auth/sign-in');
    const path = `/auth/callback?${issuer.comeBack(new URL(locationOf(begun)))}`;
    const stranger = new Browser(gateway.url);
    expect((await stranger.send(path)).status).toBe(400);
    expect(await session(stranger)).toBe(401);
    expect((await browser.send(path)).status).toBe(303);
    expect(browser.cookies.has('lianban-sign-in')).toBe(false);
    expect((await browser.send(path)).status).toBe(400);
  });
});

describe('a callback is refused', () => {
  const back = async (change: (asked: URLSearchParams) => void) => {
    const begun = await browser.send('/auth/sign-in');
    const answer = issuer.comeBack(new URL(locationOf(begun)));
    change(answer);
    return browser.send(`/auth/callback?${answer}`);
  };

  test.each<[string, (answer: URLSearchParams) => void]>([
    ['another state', (answer) => answer.set('state', 'x')],
    ['no state', (answer) => answer.delete('state')],
    ['another issuer', (answer) => answer.set('iss', 'https://evil.example')],
    ['another code', (answer) => answer.set('code', 'x')],
    ['an error', (answer) => answer.set('error', 'access_denied')],
  ])('with %s', async (_what, change) => {
    const response = await back(change);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('/auth/sign-in');
    expect(await session()).toBe(401);
  });

  test.each<[string, object]>([
    ['another nonce', { nonce: 'x' }],
    ['another audience', { aud: 'payroll' }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['a time that is over', { exp: 1 }],
    ['nobody', { sub: undefined }],
  ])('when its ID token names %s', async (_what, lie) => {
    issuer.says = (claims) => ({ ...claims, ...lie });
    expect((await signIn()).status).toBe(400);
    expect(await session()).toBe(401);
  });

  test('when the ID token is signed with another key', async () => {
    issuer.key = newKey();
    expect((await signIn()).status).toBe(400);
    expect(await session()).toBe(401);
  });
});

test('an issuer whose metadata names another issuer is refused', async () => {
  issuer.name = 'https://evil.example';
  expect((await browser.send('/auth/sign-in')).status).toBe(503);
});

test('a person without a role here cannot sign in', async () => {
  issuer.says = (claims) => ({ ...claims, role: 'mayor' });
  const response = await signIn();
  expect([response.status, await session()]).toEqual([403, 401]);
});

test('an issuer that is down is reported as such, and retried at the next sign-in', async () => {
  await issuer.close();
  const response = await browser.send('/auth/sign-in');
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await response.text()).toContain('identity provider');
});

test.each([
  '//evil.example/path',
  '/\\evil.example',
  'https://evil.example/',
  '/\t/evil.example',
  '/./..//evil.example',
  'javascript:alert(1)',
  '/auth/sign-in?return=/auth/sign-in',
])('after signing in nobody is sent to %j', async (path) => {
  expect(locationOf(await signIn(path))).toBe('/');
});

describe('signing out', () => {
  test('ends the session here and at the issuer, also for copies of its cookie', async () => {
    await signIn();
    const copy = `lianban=${browser.cookies.get('lianban')}`;
    const response = await browser.post('/auth/sign-out');
    const leave = new URL(locationOf(response));
    expect([response.status, leave.origin + leave.pathname]).toEqual([303, `${issuer.url.origin}/leave`]);
    expect(leave.searchParams.get('post_logout_redirect_uri')).toBe('http://127.0.0.1:7480/');
    // The issuer knows whose sign-out it is, and asks nobody.
    expect(leave.searchParams.get('id_token_hint')?.split('.')).toHaveLength(3);
    expect(browser.cookies.has('lianban-id')).toBe(false);
    expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(browser.cookies.has('lianban')).toBe(false);
    expect((await gateway.send('/auth/session', { headers: { Cookie: copy } })).status).toBe(401);
  });

  test('cannot be triggered by a link', async () => {
    await signIn();
    expect((await browser.send('/auth/sign-out')).status).toBe(404);
    const forged = { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } };
    expect((await browser.send('/auth/sign-out', forged)).status).toBe(403);
    expect(await session()).toBe(200);
  });
});

describe('a change authorised by a cookie must come from a page of this site', () => {
  const withdraw = (headers: Record<string, string>) =>
    browser.send('/api/applications/A-1/withdrawal', {
      method: 'POST',
      body: '{"reason":"x"}',
      headers: { 'Content-Type': 'application/json', ...headers },
    });

  test.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
    [{ Origin: 'https://evil.example' }],
    [{ Origin: 'null' }],
    [{}],
  ])('not with %j', async (headers) => {
    await signIn();
    expect((await withdraw(headers)).status).toBe(403);
    expect(gateway.calls).toEqual([]);
  });

  test.each([[{ 'Sec-Fetch-Site': 'same-origin' }], [{ Origin: 'http://127.0.0.1:7480' }]])(
    'with %j',
    async (headers) => {
      await signIn();
      expect((await withdraw(headers)).status).toBe(200);
    },
  );
});

test('a session has one role', async () => {
  await signIn();
  expect((await browser.send('/api/desk/cases')).status).toBe(403);
  issuer.says = (claims) => ({ ...claims, sub: 'o-1', role: 'officer', department: 'permits' });
  await signIn();
  expect((await browser.send('/api/desk/cases')).status).toBe(200);
  expect((await browser.send('/api/applications')).status).toBe(403);
});

test('personal pages are not cached, and public ones vary by cookie', async () => {
  const caching = async () => (await browser.send('/')).headers.get('cache-control');
  web.answer = (_req, res) =>
    void res.writeHead(200, { 'Content-Type': 'text/html', 'Cache-Control': 'public, max-age=60' }).end();
  expect(await caching()).toBe('public, max-age=60');
  await signIn();
  expect(await caching()).toBe('private, no-store');
});
