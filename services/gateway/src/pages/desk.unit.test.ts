import { siteOf } from '../../test/site';
import { type TestGateway, openGateway } from '../../test/test-gateway';
import { type FakeWeb, fakeWeb } from '../../test/web';

const origin = new URL('https://service.city.example');
const html = { Accept: 'text/html' };
let web: FakeWeb;
let desk: FakeWeb;
let gateway: TestGateway;
beforeEach(async () => {
  [web, desk] = await Promise.all([fakeWeb(), fakeWeb()]);
  gateway = await openGateway({ rest: siteOf({ origin, web: web.url, desk: desk.url }) }, { pages: 1 });
});
afterEach(async () => {
  await gateway.close();
  await Promise.all([web.close(), desk.close()]);
});

const statusOf = (path: string) => gateway.send(path, { headers: html }).then(({ status }) => status);

test.each([
  ['/desk', 'desk'],
  ['/desk/', 'desk'],
  ['/desk/cases/LB1/licence?tab=notes', 'desk'],
  ['/desk/assets/index-Ab12.js', 'desk'],
  ['/', 'web'],
  ['/desktop', 'web'],
  ['/Desk', 'web'],
  ['/things/desk', 'web'],
])('%s comes from `%s`', async (path, service) => {
  expect(await statusOf(path)).toBe(200);
  const heard = { web: web.heard.map(({ url }) => url), desk: desk.heard.map(({ url }) => url) };
  expect(heard).toEqual({ web: [], desk: [], [service]: [path] });
});

test('when `desk` is down, officers get the page that residents get without `web`, whose pages go on', async () => {
  await desk.close();
  const answer = await gateway.send('/desk/cases/LB1/licence', { headers: html });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
  const page = await answer.text();
  expect(page).toContain('网页暂时打不开');
  expect(await statusOf('/')).toBe(200);
  await web.close();
  expect(await (await gateway.send('/', { headers: html })).text()).toBe(page);
});

test('when `web` is down, the desk goes on', async () => {
  await web.close();
  expect([await statusOf('/'), await statusOf('/desk/')]).toEqual([503, 200]);
});

test('a desk that does not answer keeps no resident’s page waiting', async () => {
  const { promise: free, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  desk.answer = (_req, res) => {
    arrive();
    void free.then(() => res.end('desk'));
  };
  const first = gateway.send('/desk/');
  await arrived;
  expect([await statusOf('/desk/'), await statusOf('/')]).toEqual([503, 200]);
  letGo();
  expect(await (await first).text()).toBe('desk');
});

test('the desk may use styles with the nonce its page names, and nothing else it names', async () => {
  const nonce = "'nonce-dGhpcyBpcyBhIG5vbmNl'";
  web.answer = desk.answer = (_req, res) =>
    void res.setHeader('Content-Security-Policy', `style-src 'unsafe-inline' ${nonce} *; script-src *`).end();
  const policy = (path: string) => gateway.send(path).then(({ headers }) => headers.get('content-security-policy'));
  expect(await policy('/desk/cases')).toContain(`script-src 'self'; style-src 'self' ${nonce};`);
  expect(await policy('/things')).toContain("script-src 'self'; style-src 'self';");
  desk.answer = (_req, res) => void res.end();
  expect(await policy('/desk/')).toContain("script-src 'self'; style-src 'self';");
});
