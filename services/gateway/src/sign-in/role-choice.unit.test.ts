import { Browser, locationOf } from '../../test/browser';
import { type FakeIssuer, fakeIssuer } from '../../test/issuer';
import { siteOf } from '../../test/site';
import { type TestGateway, openGateway } from '../../test/test-gateway';
import { type FakeWeb, fakeWeb } from '../../test/web';

let issuer: FakeIssuer;
let web: FakeWeb;
let gateway: TestGateway;
let browser: Browser;
beforeEach(async () => {
  [issuer, web] = await Promise.all([fakeIssuer(), fakeWeb()]);
  gateway = await openGateway({ rest: siteOf({ issuer: issuer.url, web: web.url }) });
  browser = new Browser(gateway.url);
  issuer.says = (claims) => ({ ...claims, sub: 'p-1', role: ['officer', 'resident'], department: 'permits' });
});
afterEach(async () => {
  await gateway.close();
  await Promise.all([issuer.close(), web.close()]);
});

async function comeBack(path = '/') {
  const begun = await browser.send(`/auth/sign-in?return=${encodeURIComponent(path)}`);
  return browser.send(`/auth/callback?${issuer.comeBack(new URL(locationOf(begun)))}`);
}
const status = async (path: string, who = browser) => (await who.send(path)).status;
const choose = async (role: string, back = '') => browser.post(`/auth/role/${role}${back}`);
const copyOf = (name: string) => {
  const copy = new Browser(gateway.url);
  copy.cookies.set(name, browser.cookies.get(name) ?? '');
  return copy;
};

test('whoever has two roles has no session before choosing one', async () => {
  expect(locationOf(await comeBack('/applications'))).toBe('/auth/role');
  expect(await status('/auth/session')).toBe(401);
  const page = await (await browser.send('/auth/role')).text();
  expect(page).toContain('action="/auth/role/officer?return=%2Fapplications"');
  expect(page).toContain('action="/auth/role/resident?return=%2Fapplications"');
  expect(locationOf(await choose('resident'))).toBe('/applications');
  expect(await (await browser.send('/auth/session')).json()).toMatchObject({
    role: 'resident',
    id: 'p-1',
    roles: ['officer', 'resident'],
  });
});

test('the role acted in alone authorises, and no call says the other one', async () => {
  await comeBack();
  await choose('officer');
  expect([await status('/api/desk/cases'), await status('/api/applications')]).toEqual([200, 403]);
  await choose('resident');
  expect([await status('/api/desk/cases'), await status('/api/applications')]).toEqual([403, 200]);
  expect(gateway.calls.at(-1)).toMatchObject({ options: { person: { role: 'resident', id: 'p-1' } } });
  expect(JSON.stringify(gateway.calls.at(-1))).not.toContain('permits');
});

test('a switch ends the session of the other role, also for copies of its cookie', async () => {
  await comeBack();
  await choose('officer');
  const copy = copyOf('lianban');
  await choose('resident');
  expect([await status('/api/desk/cases', copy), await status('/auth/session', copy)]).toEqual([401, 401]);
});

test('a switch does not make the session last longer', async () => {
  await comeBack();
  await choose('officer');
  const endOf = async () => ((await (await browser.send('/auth/session')).json()) as { endsAt: string }).endsAt;
  const before = await endOf();
  jest.useFakeTimers({ now: Date.now() + 600_000, toFake: ['Date'] } as never);
  await choose('resident');
  expect(await endOf()).toBe(before);
  jest.useRealTimers();
});

test('a copy of the unanswered question is worth nothing after signing out', async () => {
  await comeBack();
  const copy = copyOf('lianban-role');
  await choose('officer');
  await browser.post('/auth/sign-out');
  await copy.post('/auth/role/officer');
  expect(await status('/auth/session', copy)).toBe(401);
});

test('a role the account does not have cannot be chosen, nor any by a link or another site', async () => {
  await comeBack();
  expect((await choose('operator')).status).toBe(403);
  expect((await browser.send('/auth/role/officer')).status).toBe(404);
  const forged = { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } };
  expect((await browser.send('/auth/role/officer', forged)).status).toBe(403);
  expect(await status('/auth/session')).toBe(401);
});

test.each([
  ['officer', '/', '/desk/'],
  ['officer', '/desk/cases/A-1/licence', '/desk/cases/A-1/licence'],
  ['resident', '/desk/', '/'],
  ['resident', '//evil.example', '/'],
])('as %s from %s people come to %s', async (role, from, to) => {
  await comeBack();
  await choose('officer');
  expect(locationOf(await choose(role, `?return=${encodeURIComponent(from)}`))).toBe(to);
});

test('the residents’ pages are told the role acted in first, and believe no browser about it', async () => {
  await comeBack();
  await choose('resident');
  await browser.send('/me', { headers: { 'X-Lianban-Roles': 'operator' } });
  expect(web.heard.at(-1)?.headers['x-lianban-roles']).toBe('resident officer');
});

test('nobody is asked who has one role', async () => {
  issuer.says = (claims) => claims;
  expect(locationOf(await comeBack('/applications'))).toBe('/applications');
  expect(browser.cookies.has('lianban-role')).toBe(false);
});
