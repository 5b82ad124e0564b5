import { type BreakableStack, throwAwayStack } from '@lianban/infra';
import { type City, startCity } from '../src/city';
import { waitFor } from '../src/wait-for';
import { auditOf } from './harness/audit';
import { allEnded } from './harness/document-audit';
import { fourDepartments, stepsOfFour } from './harness/four-departments';
import { Ledger } from './harness/ledger';
import { steadily } from './harness/steadily';

const residents = 8;

let stack: BreakableStack;
let city: City;
const ledger = new Ledger();
beforeAll(async () => {
  // Of its own, because it is going to be killed.
  stack = await throwAwayStack(() => undefined);
  city = await startCity({ name: 'faults', servers: stack, residents, env: { LOG_LEVEL: 'warn' } });
});
afterAll(async () => {
  await city?.stop();
  await stack?.stop();
});

/** Submits all the time while `fault` happens and is over; then waits until whatever was stored has ended. */
async function surviving(fault: () => Promise<void>): Promise<void> {
  const doors = Array.from({ length: residents }, (_, n) => city.resident(n + 1));
  const before = ledger.taken.size;
  const load = steadily(25, (n) => ledger.submit(doors[n % residents]!, fourDepartments));
  try {
    await waitFor('submissions are taken', () => (ledger.taken.size > before + 10 ? true : undefined));
    await fault();
    const healed = ledger.taken.size;
    await waitFor('submissions are taken again', () => (ledger.taken.size > healed + 10 ? true : undefined));
  } finally {
    await load.stop();
  }
  await allEnded(city);
}

const services = ['gateway', 'applications', 'residents', 'employment', 'social-assistance', 'elderly-care', 'permits'];

test.each(services)('kill -9 of %s, then its start', async (service) => {
  await surviving(async () => {
    await city.services.kill(service);
    await city.services.start(service);
  });
});

test('every service that stores, and the gateway, has been killed', () => {
  expect([...services].sort()).toEqual(['gateway', ...city.services.storing].sort());
});

test('kill -9 of the Kafka broker, then its start', async () => {
  await surviving(async () => {
    await stack.brokers[0]!.kill();
    await stack.brokers[0]!.start();
  });
});

test('kill -9 of mongod, then its start', async () => {
  await surviving(async () => {
    await stack.members[0]!.kill();
    await stack.members[0]!.start();
  });
});

test('after all of it: every application taken has ended as it should, once; none that failed exists', async () => {
  const { audit, faults } = await auditOf(city);
  expect(faults).toEqual([]);
  const { numbers, unknown } = ledger;
  expect(numbers.filter((number) => audit.endings.get(number) !== 'completed')).toEqual([]);
  expect(new Set(numbers).size).toBe(numbers.length);
  const requests = city.collection<{ _id: string }>('applications', 'requests');
  const keys = (await requests.find().toArray()).map(({ _id }) => _id.split('/')[1] ?? '');
  expect(keys.filter((key) => !ledger.taken.has(key) && !unknown.has(key))).toEqual([]);
  expect(keys.length).toBe(audit.submitted.size);
  expect([...audit.endings.values()].filter((ending) => ending !== 'completed')).toEqual([]);
  expect(audit.decisions.size).toBe(audit.submitted.size * stepsOfFour.length);
  expect([...audit.decisions].filter(([, { granted }]) => !granted)).toEqual([]);
});
