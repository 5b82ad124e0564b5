import { request } from 'node:http';
import { type TestGateway, openGateway } from '../../test/test-gateway';
import { siteOf } from '../../test/site';
import { type FakeWeb, fakeWeb } from '../../test/web';

const origin = new URL('https://service.city.example');
let web: FakeWeb;
let gateway: TestGateway;
beforeEach(async () => {
  web = await fakeWeb();
  gateway = await openGateway({
    rest: siteOf({ origin, web: web.url, issuer: new URL('https://id.example/x') }),
  });
});
afterEach(async () => {
  await gateway.close();
  await web.close();
});

const html = { Accept: 'text/html' };

test('requests outside API and sign-in are forwarded to `web`, query and body included', async () => {
  const response = await gateway.send('/things/small-shop?step=2', { headers: html });
  expect([response.status, await response.text()]).toEqual([200, '<p>page</p>']);
  await gateway.send('/settings', {
    raw: 'lang=en',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
  });
  expect(web.heard.map(({ method, url, body }) => [method, url, body])).toEqual([
    ['GET', '/things/small-shop?step=2', ''],
    ['POST', '/settings', 'lang=en'],
  ]);
});

test.each(['/api/nothing', '/api', '/auth/nothing', '/healthz/nothing'])(
  '%s is never asked of the pages',
  async (path) => {
    expect((await gateway.send(path)).status).toBe(404);
    expect(web.heard).toEqual([]);
  },
);

test('`web` gets neither the browser’s token nor any cookie but the two preferences', async () => {
  await gateway.send('/', {
    headers: {
      Authorization: 'Bearer stolen',
      Cookie: 'lang=en; session=secret; mode=elder; __Host-lianban=secret',
      'X-Lianban-Role': 'operator',
      'X-Forwarded-For': '10.0.0.1',
      'X-Forwarded-Host': 'evil.example',
      Forwarded: 'for=10.0.0.1',
      'Accept-Language': 'zh-CN',
    },
  });
  const [{ headers }] = web.heard as [(typeof web.heard)[0]];
  expect(headers).toMatchObject({
    cookie: 'lang=en; mode=elder',
    'accept-language': 'zh-CN',
    'x-forwarded-host': 'service.city.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '127.0.0.1',
    host: web.url.host,
  });
  expect(JSON.stringify(headers)).not.toMatch(/stolen|secret|operator|evil|10\.0\.0\.1/);
});

test('hop-by-hop headers are forwarded in neither direction', async () => {
  web.answer = (_req, res) =>
    void res
      .writeHead(200, { Connection: 'close, X-Inner', 'X-Inner': '1', 'X-Outer': '2', 'X-Powered-By': 'web' })
      .end();
  const headers = await new Promise((resolve, reject) =>
    request(
      `${gateway.url}/`,
      { headers: { Connection: 'keep-alive, X-Mine', 'X-Mine': '1', TE: 'trailers' } },
      (res) => {
        res.resume();
        resolve(res.headers);
      },
    )
      .on('error', reject)
      .end(),
  );
  expect(web.heard[0]?.headers).not.toHaveProperty('x-mine');
  expect(web.heard[0]?.headers).not.toHaveProperty('te');
  expect(headers).toMatchObject({ 'x-outer': '2' });
  expect(headers).not.toHaveProperty('x-inner');
  expect(headers).not.toHaveProperty('x-powered-by');
});

test('`web` can set the preferences and no other cookie', async () => {
  web.answer = (_req, res) =>
    void res.setHeader('Set-Cookie', ['lang=en; Path=/; SameSite=Lax', 'lianban=forged', 'language=x']).end();
  expect((await gateway.send('/')).headers.getSetCookie()).toEqual(['lang=en; Path=/; SameSite=Lax']);
});

test('an answer is streamed, not buffered', async () => {
  const { promise: seen, resolve: sayMore } = Promise.withResolvers<void>();
  web.answer = (_req, res) => {
    res.write('first ');
    void seen.then(() => res.end('second'));
  };
  const reader = (await gateway.send('/')).body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toBe('first ');
  sayMore();
  expect((await reader.read()).value).toBe('second');
});

test('a broken answer is not delivered as a complete one', async () => {
  web.answer = (_req, res) => {
    res.setHeader('Content-Length', '100');
    res.write('half', () => res.destroy());
  };
  await expect((await gateway.send('/')).text()).rejects.toThrow();
});

test('a browser that disconnects cancels the request to `web`', async () => {
  const { promise: left, resolve } = Promise.withResolvers<void>();
  const leaving = new AbortController();
  web.answer = (_req, res) => {
    res.once('close', resolve);
    leaving.abort();
  };
  await expect(gateway.send('/', { signal: leaving.signal })).rejects.toThrow();
  await left;
});

describe('when `web` is down', () => {
  beforeEach(() => web.close());

  test('a browser gets an error page in both languages, with what still works', async () => {
    const response = await gateway.send('/applications', { headers: html });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const page = await response.text();
    expect(page).toContain('已经提交的申请不受影响');
    expect(page).toContain('<section lang="en">');
    expect(response.headers.get('content-security-policy')).toMatch(/style-src 'sha256-/);
  });

  test('a program gets problem+json', async () => {
    const response = await gateway.send('/assets/site.js', { headers: { Accept: 'application/json' } });
    expect([response.status, await response.json()]).toMatchObject([503, { slug: 'site-unavailable' }]);
  });
});

test('a form whose answer is lost is not reported as without effect', async () => {
  web.answer = (req) => void req.socket.destroy();
  const form = { raw: 'a=b', headers: { ...html, 'Sec-Fetch-Site': 'same-origin' } };
  const response = await gateway.send('/apply', form);
  expect(response.status).toBe(502);
  expect(await response.text()).toContain('Please look at your applications before you try again');
  expect((await gateway.send('/apply', { headers: html })).status).toBe(503);
});

test('pages in flight are limited', async () => {
  await gateway.close();
  const { promise: free, resolve: letGo } = Promise.withResolvers<void>();
  gateway = await openGateway({ rest: siteOf({ origin, web: web.url }) }, { pages: 1 });
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  web.answer = (_req, res) => {
    arrive();
    void free.then(() => res.end('done'));
  };
  const first = gateway.send('/');
  await arrived;
  const second = await gateway.send('/', { headers: html });
  expect([second.status, second.headers.get('retry-after')]).toEqual([503, '2']);
  letGo();
  expect(await (await first).text()).toBe('done');
});

test('a form beyond 64 MB is refused, also with a chunked body', async () => {
  const megabyte = new Uint8Array(1024 * 1024);
  let sent = 0;
  const endless = new ReadableStream({
    pull: (controller) => (sent++ < 66 ? controller.enqueue(megabyte) : controller.close()),
  });
  const init = { method: 'POST', body: endless, duplex: 'half', headers: { 'Sec-Fetch-Site': 'same-origin' } };
  const response = await fetch(`${gateway.url}/upload`, init as RequestInit);
  expect(response.status).toBe(413);
});

test('other methods and absolute URLs are not forwarded', async () => {
  const other = await gateway.send('/', { method: 'DELETE', headers: { ...html, 'Sec-Fetch-Site': 'same-origin' } });
  expect([other.status, await other.text()]).toEqual([405, expect.stringContaining('nothing was changed')]);
  const status = await new Promise((resolve, reject) =>
    request(gateway.url, { path: 'http://elsewhere.example/' }, (res) => resolve(res.resume().statusCode))
      .on('error', reject)
      .end(),
  );
  expect(status).toBe(400);
  expect(web.heard).toEqual([]);
});

describe('headers', () => {
  test('a resident’s page may load and run the site’s own files only', async () => {
    const policy = (await gateway.send('/')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).toContain("form-action 'self' https://id.example; frame-ancestors 'none'; base-uri 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('`web` can tighten a policy and never loosen it', async () => {
    web.answer = (_req, res) => void res.setHeader('Content-Security-Policy', 'script-src *').end();
    const policy = (await gateway.send('/')).headers.get('content-security-policy');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';.*, script-src \*$/);
  });

  test.each(['/', '/api/packages', '/api/nothing', '/auth/session', '/auth/callback', '/healthz/live'])(
    'every answer says how far it may go: %s',
    async (path) => {
      const loose = { 'Referrer-Policy': 'unsafe-url', 'Access-Control-Allow-Origin': '*' };
      web.answer = (_req, res) => void res.writeHead(200, loose).end();
      const { headers } = await gateway.send(path, { headers: { Origin: 'https://evil.example' } });
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('permissions-policy')).toContain('geolocation=()');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.has('access-control-allow-origin')).toBe(false);
    },
  );

  test('a page is not cached by shared caches, and a file keeps its own cache lifetime', async () => {
    const page = await gateway.send('/');
    expect([page.headers.get('cache-control'), page.headers.get('vary')]).toEqual(['private, no-cache', 'Cookie']);
    web.answer = (_req, res) => void res.setHeader('Cache-Control', 'public, max-age=31536000, immutable').end();
    expect((await gateway.send('/assets/a.css')).headers.get('cache-control')).toContain('immutable');
  });
});

test('without TLS no Strict-Transport-Security is sent', async () => {
  await gateway.close();
  gateway = await openGateway();
  expect((await gateway.send('/healthz/live')).headers.has('strict-transport-security')).toBe(false);
});

describe('a form is accepted from a page of this site only', () => {
  test.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a sibling of the domain', { 'Sec-Fetch-Site': 'same-site', Origin: 'https://service.city.example' }],
    ['an address typed in', { 'Sec-Fetch-Site': 'none' }],
    ['another origin, in an old browser', { Origin: 'https://evil.example' }],
    ['an origin that only begins like this one', { Origin: 'https://service.city.example.evil.example' }],
    ['a page that hides where it is', { Origin: 'null' }],
    ['nobody knows where', {}],
  ])('not from %s', async (_from, headers) => {
    const response = await gateway.send('/settings', { raw: 'mode=elder', headers: { ...html, ...headers } });
    expect([response.status, await response.text()]).toEqual([403, expect.stringContaining('nothing was done')]);
    expect(web.heard).toEqual([]);
  });

  test.each([{ 'Sec-Fetch-Site': 'same-origin' }, { Origin: 'https://service.city.example' }])(
    'from one it is: %j',
    async (headers) => {
      expect((await gateway.send('/settings', { raw: 'mode=elder', headers })).status).toBe(200);
    },
  );
});
