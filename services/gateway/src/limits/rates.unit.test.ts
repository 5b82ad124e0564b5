import { type TestGateway, openGateway, problemIn } from '../../test/test-gateway';
import { siteOf } from '../../test/site';
import { type FakeWeb, fakeWeb } from '../../test/web';
import { createRates, networkOf } from './rates';

const few = createRates.bind(undefined, { person: 3, address: 2, signIn: 1, counter: 1 });
let gateway: TestGateway;
let web: FakeWeb;
const open = async (trustedProxies: readonly string[] = []) => {
  gateway = await openGateway({ rest: { ...siteOf({ web: web.url }), rates: few(), trustedProxies } });
};
beforeEach(async () => {
  web = await fakeWeb();
});
afterEach(async () => {
  await gateway.close();
  await web.close();
});

const mine = '/api/applications';
const statuses = async (count: number, ask: () => Promise<Response>) => {
  const found: number[] = [];
  for (let i = 0; i < count; i += 1) found.push((await ask()).status);
  return found;
};
const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });

test('over its limit a person gets 429 with Retry-After', async () => {
  await open();
  expect(await statuses(3, () => gateway.send(mine, { as: 'resident' }))).toEqual([200, 200, 200]);
  const refused = await gateway.send(mine, { as: 'resident' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
  expect([refused.status, (await problemIn(refused)).slug]).toEqual([429, 'too-many-requests']);
});

test.each([
  ['ID number and name', { to: { idNumber: '11010119900307123X', name: '王芳' } }],
  ['id, giving', { to: 'resident-5' }],
  ['id, asking', { from: 'resident-5' }],
])('nobody goes through a list of people by naming one after the other in a mandate: by %s', async (_, other) => {
  gateway = await openGateway({ rest: siteOf({ web: web.url }) });
  const name = (as: object | 'resident') =>
    gateway.send('/api/me/mandates', {
      as: as as 'resident',
      json: { ...other, packages: 'all', until: '2026-12-31' },
    });
  const asked = await statuses(11, () => name('resident'));
  expect(asked.map((status) => status === 429)).toEqual([...Array<boolean>(10).fill(false), true]);
  expect(await statuses(1, () => name({ role: 'resident', id: 'r-2' }))).not.toEqual([429]);
});

test('each caller has a limit of its own', async () => {
  await open();
  await statuses(4, () => gateway.send(mine, { as: 'resident' }));
  expect(await statuses(1, () => gateway.send(mine, { as: { role: 'resident', id: 'r-2' } }))).toEqual([200]);
  expect(await statuses(1, () => gateway.send('/api/desk/cases', { as: 'officer' }))).toEqual([200]);
});

test('an address without credentials has a limit of its own, for pages and API together', async () => {
  await open();
  expect(await statuses(1, () => gateway.send('/api/packages'))).toEqual([200]);
  expect(await statuses(2, () => gateway.send('/'))).toEqual([200, 429]);
  expect(await statuses(1, () => gateway.send(mine, { as: 'resident' }))).toEqual([200]);
});

test('attempts with invalid tokens are limited per address', async () => {
  await open();
  expect(await statuses(3, () => gateway.send(mine, { token: 'a.b.c' }))).toEqual([401, 401, 429]);
});

test('sign-ins are limited per address', async () => {
  await open();
  expect(await statuses(2, () => gateway.send('/auth/session'))).toEqual([401, 429]);
});

describe('X-Forwarded-For', () => {
  test('is trusted from a configured proxy', async () => {
    await open(['loopback']);
    expect(await statuses(3, () => gateway.send('/', from('198.51.100.7')))).toEqual([200, 200, 429]);
    expect(await statuses(1, () => gateway.send('/', from('198.51.100.8')))).toEqual([200]);
    // A forged address of the browser precedes the one the proxy appends.
    expect(await statuses(1, () => gateway.send('/', from('203.0.113.1, 198.51.100.7')))).toEqual([429]);
  });

  test('is not trusted from anybody else', async () => {
    await open();
    expect(await statuses(2, () => gateway.send('/', from('198.51.100.7')))).toEqual([200, 200]);
    expect(await statuses(1, () => gateway.send('/', from('198.51.100.8')))).toEqual([429]);
  });

  test('this site’s own machines have no limit by address: `web` calls for everybody', async () => {
    await open(['loopback']);
    expect(await statuses(4, () => gateway.send('/api/packages'))).toEqual([200, 200, 200, 200]);
  });
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:DB8:0:1:a:b:c:d', '2001:db8:0:1'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  [undefined, 'unknown'],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
