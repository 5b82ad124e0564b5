import { Browser, locationOf } from '../../test/browser';
import { type FakeIssuer, fakeIssuer } from '../../test/issuer';
import { siteOf } from '../../test/site';
import { type TestGateway, openGateway, problemIn } from '../../test/test-gateway';
import { claimsOf } from '../../test/tokens';
import { readSettings } from '@lianban/settings';
import { signInSettings } from './settings';
import { isStrong, noDemands } from './strength';

const demands = { acr: ['two-factors'], maxAge: 8 * 3600, stepUp: 600 };
const now = () => Math.floor(Date.now() / 1000);

let issuer: FakeIssuer;
let gateway: TestGateway;
let browser: Browser;
beforeEach(async () => {
  issuer = await fakeIssuer();
  gateway = await openGateway({ rest: siteOf({ issuer: issuer.url, demands }) });
  browser = new Browser(gateway.url);
});
afterEach(async () => {
  await gateway.close();
  await issuer.close();
});

const officerSays = (acr: string, age: number) => {
  issuer.says = (claims) => ({
    ...claims,
    sub: 'o-1',
    role: 'officer',
    department: 'permits',
    acr,
    auth_time: now() - age,
  });
};
async function signIn(query: string) {
  const begun = await browser.send(`/auth/sign-in?${query}`);
  const asked = new URL(locationOf(begun));
  return { asked: asked.searchParams, back: await browser.send(`/auth/callback?${issuer.comeBack(asked)}`) };
}
const disclosure = '/api/desk/cases/A-1/licence/resident/disclosure';
const reveal = () =>
  browser.post(disclosure, {
    body: JSON.stringify({ purpose: 'check-identity' }),
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
  });

test('the issuer is asked for the demanded means and age when somebody comes for the desk, and not for other pages', async () => {
  officerSays('two-factors', 5);
  const { asked } = await signIn('return=/desk/');
  expect([asked.get('acr_values'), asked.get('max_age'), asked.get('prompt')]).toEqual(['two-factors', '28800', null]);
  const resident = (await signIn('return=/me')).asked;
  expect([resident.get('acr_values'), resident.get('max_age')]).toEqual([null, null]);
});

test.each([
  ['other means', 'password', 5],
  ['an old sign-in', 'two-factors', 9 * 3600],
])('an issuer that answers with %s is not believed to have done what it was asked', async (_what, acr, age) => {
  officerSays(acr, age);
  const { back } = await signIn('return=/desk/');
  expect(back.status).toBe(403);
  expect(await back.text()).toContain('/auth/sign-in?fresh=1');
  expect((await browser.send('/auth/session')).status).toBe(401);
});

test('an officer who came by another page is sent to sign in before any route of theirs', async () => {
  officerSays('password', 5);
  await signIn('return=/');
  const response = await browser.send('/api/desk/cases');
  expect([response.status, (await problemIn(response)).slug]).toEqual([401, 'step-up-needed']);
});

test('a whole ID number takes a fresh sign-in, which goes on where it was asked for', async () => {
  officerSays('two-factors', 1200);
  await signIn('return=/desk/');
  expect((await browser.send('/api/desk/cases')).status).toBe(200);
  const refused = await reveal();
  expect([refused.status, (await problemIn(refused)).slug]).toEqual([401, 'step-up-needed']);
  expect(gateway.calls.filter(({ name }) => name === 'residents.disclose')).toEqual([]);
  officerSays('two-factors', 0);
  const { asked, back } = await signIn('return=/desk/cases/A-1/licence&fresh=1');
  expect([asked.get('max_age'), asked.get('prompt')]).toEqual(['0', 'login']);
  expect(locationOf(back)).toBe('/desk/cases/A-1/licence');
  expect((await reveal()).status).toBe(200);
});

test('an issuer that was asked for a fresh sign-in and answers with an old one, or with none, starts no session', async () => {
  officerSays('two-factors', 120);
  expect((await signIn('return=/desk/&fresh=1')).back.status).toBe(403);
  issuer.says = (claims) => claims;
  expect((await signIn('return=/me&fresh=1')).back.status).toBe(403);
});

test('a fresh sign-in keeps the role acted in', async () => {
  issuer.says = (claims) => ({ ...claims, role: ['officer', 'resident'], department: 'permits', auth_time: now() });
  await signIn('return=/me');
  await browser.post('/auth/role/resident');
  expect(locationOf((await signIn('return=/me&fresh=1')).back)).toBe('/me');
  expect(await (await browser.send('/auth/session')).json()).toMatchObject({ role: 'resident' });
});

describe('a bearer token is held against the same claims', () => {
  const as = (of: 'officer' | 'resident' | 'operator', age?: number, acr?: string) => ({
    ...claimsOf[of],
    acr,
    signedInAt: age === undefined ? undefined : now() - age,
  });
  const statusOf = async (path: string, how: Parameters<TestGateway['send']>[1]) =>
    (await gateway.send(path, how)).status;

  test('of officers and operators, not of residents', async () => {
    expect(await statusOf('/api/desk/cases', { as: as('officer', 60, 'two-factors') })).toBe(200);
    const weak = await gateway.send('/api/desk/cases', { as: as('officer', 60, 'password') });
    expect(weak.headers.get('www-authenticate')).toContain(
      'error="insufficient_user_authentication", acr_values="two-factors", max_age="28800"',
    );
    expect(await statusOf('/api/desk/cases', { as: as('officer') })).toBe(401);
    const takeOver = '/api/operator/applications/A-1/steps/licence/take-over';
    expect(await statusOf(takeOver, { as: as('operator'), method: 'POST' })).toBe(401);
    expect(await statusOf('/api/applications', { as: as('resident') })).toBe(200);
  });

  test('at a mandate over everything, given, confirmed, or confirmed at a counter', async () => {
    const give = (packages: unknown, age: number) =>
      statusOf('/api/me/mandates', { as: as('resident', age), json: { to: 'r-2', packages, until: '2026-12-31' } });
    expect([await give('all', 1200), await give(['small-shop'], 1200), await give('all', 60)]).toEqual([401, 201, 201]);
    const confirm = (age: number) =>
      statusOf('/api/me/mandates/MD00000001/confirmation', { as: as('resident', age), method: 'POST' });
    expect([await confirm(1200), await confirm(60)]).toEqual([401, 200]);
    const path = '/api/desk/mandates/MD00000001/confirmation/approval';
    const approve = (age: number) => statusOf(path, { as: as('officer', age, 'two-factors'), method: 'POST' });
    expect([await approve(1200), await approve(60)]).toEqual([401, 200]);
  });
});

test('without demands nothing is asked, and every sign-in is strong', () => {
  expect(isStrong({ role: 'officer' }, noDemands, now())).toBe(true);
  expect(readSettings(signInSettings, {}).demands).toEqual(noDemands);
  expect(readSettings(signInSettings, { OFFICER_SIGN_IN: 'none' }).demands).toEqual(noDemands);
  expect(readSettings(signInSettings, { OFFICER_SIGN_IN: 'acr=urn:a|urn:b, max-age=480,step-up=10' }).demands).toEqual({
    acr: ['urn:a', 'urn:b'],
    maxAge: 28_800,
    stepUp: 600,
  });
});
