import { randomUUID } from 'node:crypto';
import { waitFor } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { testServers } from './harness/servers';
import { shopWithoutLayout } from './harness/shop';
import { SiteVisitor } from './harness/site';

let city: TestCity;
beforeAll(async () => {
  city = await startCity({ name: 'sign-in', servers: testServers(), residents: 2, issuer: true, apart: true });
});
afterAll(() => city?.stop());

const ask = async (visitor: SiteVisitor, path: string, json?: object, headers: Record<string, string> = {}) => {
  const init = {
    method: 'POST',
    body: JSON.stringify(json),
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'Sec-Fetch-Site': 'same-origin',
      ...headers,
    },
  };
  const { response } = await visitor.visit(path, json ? init : { headers: { Accept: 'application/json' } });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const comeIn = async (account: string) => {
  const visitor = new SiteVisitor(city.url);
  await visitor.signIn(account);
  return visitor;
};
const apply = (visitor: SiteVisitor) =>
  ask(visitor, '/api/applications', { ...shopWithoutLayout, materials: [] }, { 'Idempotency-Key': randomUUID() });

test('a resident signs in at the identity provider, applies, and an officer who signed in sees the case', async () => {
  const resident = new SiteVisitor(city.url);
  const to = await resident.signIn('resident-1', '/api/applications');
  expect(to.href).toBe(`${city.url}/api/applications`);
  expect(await ask(resident, '/auth/session')).toMatchObject({ body: { role: 'resident', id: 'resident-1' } });
  const { status, body } = await apply(resident);
  expect(status).toBe(202);

  const supervisor = await comeIn('supervisor-permits');
  expect(await ask(supervisor, '/auth/session')).toMatchObject({
    body: { role: 'supervisor', id: 'supervisor-permits', department: 'permits' },
  });
  const officer = await comeIn('officer-permits');
  const path = `/api/desk/cases/${String(body['applicationNumber'])}/licence`;
  const found = await waitFor('the case is at the desk', async () => {
    const now = await ask(officer, path);
    return now.status === 200 ? now.body : undefined;
  });
  expect(found).toMatchObject({ department: 'permits' });
  expect(await ask(supervisor, path)).toMatchObject({ status: 200 });
});

test('signing out ends the session, here and at the identity provider', async () => {
  const resident = await comeIn('resident-2');
  const leaving = await resident.press(new URL('/auth/sign-out', city.url), {});
  expect(leaving.url.port).not.toBe(new URL(city.url).port);
  expect(await leaving.response.text()).toContain('op.logoutForm');
  expect((await ask(resident, '/auth/session')).status).toBe(401);
  expect((await apply(resident)).status).toBe(401);
});

test('a copied cookie is refused after signing out, also after a restart of the gateway', async () => {
  const resident = await comeIn('resident-2');
  const thief = resident.twin();
  expect((await ask(thief, '/auth/session')).status).toBe(200);
  await resident.press(new URL('/auth/sign-out', city.url), {});
  expect((await ask(thief, '/auth/session')).status).toBe(401);
  await city.services.kill('gateway');
  await city.services.start('gateway');
  await waitFor('the new gateway knows of it', async () => {
    const { status } = await ask(thief, '/auth/session');
    return status === 401 ? true : undefined;
  });
});

test('signing out at one gateway process ends the session at the other, and no other session', async () => {
  const copy = await city.services.addCopy('gateway');
  const there = `http://127.0.0.1:${city.services.portsOf(copy).http}/auth/session`;
  const [leaving, staying] = [await comeIn('resident-1'), await comeIn('resident-2')];
  const thief = leaving.twin();
  expect([(await ask(thief, there)).status, (await ask(staying, there)).status]).toEqual([200, 200]);
  await leaving.press(new URL('/auth/sign-out', city.url), {});
  await waitFor('the other copy knows of it', async () => (await ask(thief, there)).status === 401 || undefined);
  expect((await ask(staying, there)).status).toBe(200);
  await city.services.quit(copy);
});

test('a person sees both browsers they are signed in with, and ends the other one at every gateway process', async () => {
  const copy = await city.services.addCopy('gateway');
  const elsewhere = `http://127.0.0.1:${city.services.portsOf(copy).http}/auth/session`;
  const [here, other] = [await comeIn('officer-permits'), await comeIn('officer-permits')];
  const mine = async () => (await ask(here, '/api/me/sessions')).body['sessions'] as { id: string; current: boolean }[];
  const open = (await mine()).filter(({ current }) => !current);
  expect(open.length).toBeGreaterThanOrEqual(1);
  expect((await ask(other, elsewhere)).status).toBe(200);
  expect(await ask(here, '/api/me/sessions/end-others', {})).toMatchObject({ body: { ended: open.length } });
  expect((await ask(other, '/auth/session')).status).toBe(401);
  await waitFor('the other copy knows of it', async () => (await ask(other, elsewhere)).status === 401 || undefined);
  expect([(await ask(here, elsewhere)).status, (await mine()).length]).toEqual([200, 1]);
  await city.services.quit(copy);
});

test('another account has another session, with its own permissions', async () => {
  const visitor = await comeIn('officer-permits');
  expect((await apply(visitor)).status).toBe(403);
  await visitor.signIn('operator');
  expect((await ask(visitor, '/api/desk/cases')).status).toBe(403);
});

test('who is resident and officer chooses one role, acts in that alone, and switches', async () => {
  const visitor = new SiteVisitor(city.url);
  const question = await visitor.signIn('resident-officer');
  expect(question.pathname).toBe('/auth/role');
  expect((await ask(visitor, '/auth/session')).status).toBe(401);
  await visitor.press(new URL('/auth/role/officer', city.url), {});
  expect((await ask(visitor, '/api/desk/cases')).status).toBe(200);
  expect((await apply(visitor)).status).toBe(403);
  const before = visitor.twin();
  await visitor.press(new URL('/auth/role/resident?return=/help', city.url), {});
  expect((await ask(visitor, '/api/desk/cases')).status).toBe(403);
  expect((await ask(before, '/api/desk/cases')).status).toBe(401);
  const { response } = await visitor.visit('/help');
  expect(await response.text()).toContain('以居民身份');
});

test('a cancelled sign-in is explained, and can be repeated', async () => {
  const visitor = new SiteVisitor(city.url);
  const list = await visitor.visit('/auth/sign-in');
  const { response } = await visitor.press(list.url, { cancel: 'yes' });
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('/auth/sign-in')]);
});

test('sessions survive a restart of the gateway', async () => {
  const resident = await comeIn('resident-1');
  await city.services.kill('gateway');
  await city.services.start('gateway');
  expect((await ask(resident, '/auth/session')).status).toBe(200);
});
