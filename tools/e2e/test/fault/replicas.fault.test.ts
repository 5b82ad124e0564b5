import { waitFor } from '../../src/wait-for';
import { type Latencies, latenciesDuring } from './load';
import { type Replicated, openReplicated } from './replicated';
import { verdict } from './verdict';

// Two dozen processes are started and stopped.
jest.setTimeout(900_000);

const aSecond = 15;
const mostMs = 5_000;

let replicated: Replicated;
beforeAll(async () => {
  replicated = await openReplicated('replicas');
});
afterAll(() => replicated?.stop());

const say = (what: string, { applications, p50, p99 }: Latencies) =>
  process.stderr.write(`| ${what} | ${applications} | ${(p50 / 1000).toFixed(2)} s | ${(p99 / 1000).toFixed(2)} s |\n`);

const moreAccepted = (count: number) => {
  const before = replicated.ledger.accepted.size;
  return waitFor('more are accepted', () => (replicated.ledger.accepted.size >= before + count ? true : undefined));
};

test('replicas: one, two, three and again one process of each service lose nothing and double nothing', async () => {
  const waited = await latenciesDuring(replicated, replicated.clients, aSecond, async () => {
    for (const count of [1, 2, 3, 1]) {
      await replicated.scaleTo(count);
      await moreAccepted(100);
    }
  });
  say('one, two, three and again one process of each service', waited);
  expect(await verdict(replicated.city, replicated.ledger)).toEqual([]);
});

test('replicas: every process of two of each is restarted in turn, and 99 of 100 applications end within five seconds', async () => {
  await replicated.scaleTo(2);
  const { services } = replicated.city;
  // The latency without restarts, for comparison: on a busy machine it alone may exceed the limit.
  say(
    'two of each service, and nothing is restarted',
    await latenciesDuring(replicated, replicated.clients, aSecond, () => moreAccepted(200)),
  );
  const waited = await latenciesDuring(replicated, replicated.clients, aSecond, async () => {
    for (const name of replicated.processes()) {
      await services.quit(name);
      await services.start(name);
      await moreAccepted(10);
    }
  });
  say('every process of two of each service restarted in turn', waited);
  expect(await verdict(replicated.city, replicated.ledger)).toEqual([]);
  expect(waited.p99).toBeLessThan(mostMs);
});
