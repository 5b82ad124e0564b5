import { routes } from '@lianban/gateway';
import { routes as pages } from '@lianban/web';
import { z } from 'zod';
import { processesOf } from './fuzz/alive';
import { type Target, brokenRequests } from './fuzz/broken-requests';
import { chanceOf } from './fuzz/chance';
import { eachOf } from './fuzz/each-of';
import { type BrokenRequest, sendBroken } from './fuzz/send-broken';
import { type TestCity, startCity } from './harness/city';
import { testServers } from './harness/servers';

// The seed is fixed, so that a failure is caused by the change under test; LIANBAN_FUZZ=20 makes twenty times as many requests.
const rounds = Number(process.env.LIANBAN_FUZZ ?? 1);
const seed = 20260302;

let city: TestCity;
let faultsOfProcesses: () => Promise<string[]>;
beforeAll(async () => {
  city = await startCity({
    name: 'broken-input',
    servers: testServers(),
    residents: 3,
    issuer: true,
    env: { RATE_ADDRESS_PER_MINUTE: '1000000', RATE_SIGN_IN_PER_MINUTE: '1000000' },
  });
  faultsOfProcesses = processesOf(city);
});
afterEach(async () => expect(await faultsOfProcesses()).toEqual([]));
afterAll(() => city?.stop());

/** The statuses allowed for malformed input: no server error, and 503 only when there are too many requests at once. */
const isFine = (status: number, slug: string | undefined) => status < 500 || (status === 503 && slug === 'overloaded');

async function sendAll(port: number, requests: readonly BrokenRequest[]): Promise<string[]> {
  const faults: string[] = [];
  await eachOf(requests, async (each) => {
    const { statuses, slug, isSilent } = await sendBroken(port, each);
    const wrong = statuses.filter((status) => !isFine(status, slug));
    if (wrong.length > 0) faults.push(`${each.name}: ${wrong.join(', ')} ${slug ?? ''}`);
    if (isSilent && each.then !== 'leave') faults.push(`${each.name}: no answer`);
  });
  return faults;
}

const strikesOn = (targets: readonly Target[]) =>
  Array.from({ length: rounds }, (_, round) =>
    targets.flatMap((target, nth) => brokenRequests(target, chanceOf(seed + 1_000 * round + nth))),
  ).flat();

const tokens = () => ({
  resident: city.token({ role: 'resident', sub: 'resident-1' }),
  officer: city.token({ role: 'officer', sub: 'officer-1', department: 'permits' }),
  supervisor: city.token({ role: 'supervisor', sub: 'supervisor-1', department: 'permits' }),
  operator: city.token({ role: 'operator', sub: 'operator-1' }),
});

test('broken requests to every route of the API', async () => {
  const by = tokens();
  const targets = routes.map(({ method, path, who, kind, ...route }): Target => ({
    method: method.toUpperCase(),
    path,
    headers: {
      'Idempotency-Key': 'a-key-of-the-fuzz',
      'If-Match': '"1"',
      ...(who === 'anyone' ? {} : { Authorization: `Bearer ${by[who === 'signed-in' ? 'resident' : who]}` }),
    },
    sends:
      kind === 'upload'
        ? 'file'
        : { json: route.body ? z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' }) : {} },
  }));
  const port = Number(new URL(city.url).port);
  expect(await sendAll(port, strikesOn(targets))).toEqual([]);
});

test('broken requests to every page, directly and through the gateway', async () => {
  const targets = pages.map(({ method, path }): Target => ({
    method: method.toUpperCase(),
    path,
    headers: { Authorization: `Bearer ${tokens().resident}` },
    sends: 'form',
  }));
  const atThePages = await sendAll(city.services.portsOf('web').http ?? 0, strikesOn(targets));
  const signIn = ['/auth/sign-in', '/auth/callback', '/auth/sign-out', '/auth/session', '/desk', '/healthz/ready'];
  const others = signIn.map((path): Target => ({ method: 'POST', path, headers: {}, sends: 'form' }));
  const from = { Origin: city.url };
  const through = [...targets.filter(({ path }) => !path.startsWith('/for/')), ...others].map((target) => ({
    ...target,
    headers: from,
  }));
  const throughTheGateway = await sendAll(Number(new URL(city.url).port), strikesOn(through));
  expect([...atThePages, ...throughTheGateway]).toEqual([]);
});
