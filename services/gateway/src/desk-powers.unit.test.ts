import { type TestGateway, key, openGateway, problemIn } from '../test/test-gateway';
import { siteOf } from '../test/site';
import { createRates } from './limits/rates';
import { routes } from './routes';

let gateway: TestGateway;
afterEach(() => gateway.close());

const police = { role: 'officer', id: 'o-1', department: 'police', scopes: ['counter'] };
const atDesk = { role: 'officer', id: 'o-1', department: 'permits' };
const atCounter = { ...atDesk, scopes: ['counter'] };
const evidence = { kind: 'signed-form', reference: 'counter-3/2026-0017' };

const counter: readonly [path: string, json: object][] = [
  ['/api/desk/residents/search', { idNumber: '11010519491231002X' }],
  ['/api/desk/applications', { residentId: 'r-7', package: 'small-shop', answers: {} }],
  ['/api/desk/mandates/MD00000001/confirmation', { evidence }],
  ['/api/desk/mandates/MD00000001/confirmation/approval', {}],
  ['/api/desk/mandates/MD00000001/confirmation/refusal', {}],
];
const refusalOf = async (response: Response) => [response.status, (await problemIn(response)).slug];

describe.each(counter)('POST %s', (path, json) => {
  const send = (as: typeof atDesk) => gateway.send(path, { as, json, headers: key() });

  test('is refused for a department that is not connected', async () => {
    gateway = await openGateway();
    expect(await refusalOf(await send(police))).toEqual([403, 'no-desk']);
    expect(gateway.calls).toEqual([]);
  });

  test('is refused for an officer without the counter scope', async () => {
    gateway = await openGateway();
    const response = await send(atDesk);
    expect(response.headers.get('www-authenticate')).toContain('insufficient_scope');
    expect(await refusalOf(response)).toEqual([403, 'scope-missing']);
    expect(gateway.calls).toEqual([]);
    expect((await send(atCounter)).status).toBeLessThan(300);
  });
});

test('every route of officers is refused for a department that is not connected', async () => {
  gateway = await openGateway();
  const desks = routes.filter(({ who }) => who === 'officer' || who === 'supervisor');
  expect(desks.length).toBeGreaterThan(20);
  for (const { method, path } of desks) {
    const response = await gateway.send(path.replaceAll(/:\w+/g, 'x-1'), {
      method: method.toUpperCase(),
      as: { ...police, role: 'supervisor' },
    });
    expect([path, ...(await refusalOf(response))]).toEqual([path, 403, 'no-desk']);
  }
  expect(gateway.calls).toEqual([]);
});

test('the rate limit of the counter prevents going through a list of people', async () => {
  gateway = await openGateway();
  const [path, json] = counter[0]!;
  const statuses: number[] = [];
  for (let n = 0; n < 31; n += 1) statuses.push((await gateway.send(path, { as: atCounter, json })).status);
  expect(statuses).toEqual([...Array<number>(30).fill(200), 429]);
  const refused = await gateway.send(path, { as: atCounter, json });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
  expect((await gateway.send(path, { as: { ...atCounter, id: 'o-2' }, json })).status).toBe(200);
  expect((await gateway.send('/api/desk/cases', { as: atCounter })).status).toBe(200);
});

test('searching, submitting and confirming share one configurable limit', async () => {
  const rates = createRates({ person: 100, address: 100, signIn: 100, counter: 2 });
  gateway = await openGateway({ rest: { ...siteOf(), rates } });
  const send = async ([path, json]: (typeof counter)[number]) =>
    (await gateway.send(path, { as: atCounter, json, headers: key() })).status;
  expect([await send(counter[0]!), await send(counter[1]!), await send(counter[2]!)]).toEqual([200, 202, 429]);
});
