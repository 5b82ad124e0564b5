import { waitFor } from '../../src/wait-for';
import { type Waited, waitedWhile } from './load';
import { type Replicated, openReplicated } from './replicated';
import { verdict } from './verdict';

// Two dozen processes are started and stopped.
jest.setTimeout(900_000);

const aSecond = 15;
const mostMs = 5_000;

let place: Replicated;
beforeAll(async () => {
  place = await openReplicated('replicas');
});
afterAll(() => place?.stop());

const say = (what: string, { applications, p50, p99 }: Waited) =>
  process.stderr.write(`| ${what} | ${applications} | ${(p50 / 1000).toFixed(2)} s | ${(p99 / 1000).toFixed(2)} s |\n`);

const moreTaken = (count: number) => {
  const before = place.ledger.taken.size;
  return waitFor('more are taken', () => (place.ledger.taken.size >= before + count ? true : undefined));
};

test('replicas: one, two, three and again one process of each service lose nothing and double nothing', async () => {
  const waited = await waitedWhile(place, place.clients, aSecond, async () => {
    for (const count of [1, 2, 3, 1]) {
      await place.scaleTo(count);
      await moreTaken(100);
    }
  });
  say('one, two, three and again one process of each service', waited);
  expect(await verdict(place.city, place.ledger)).toEqual([]);
});

test('replicas: every process of two of each is restarted in turn, and 99 of 100 applications end within five seconds', async () => {
  await place.scaleTo(2);
  const { services } = place.city;
  // The latency without restarts, for comparison: on a busy machine it alone may exceed the limit.
  say(
    'two of each service, and nothing is restarted',
    await waitedWhile(place, place.clients, aSecond, () => moreTaken(200)),
  );
  const waited = await waitedWhile(place, place.clients, aSecond, async () => {
    for (const name of place.processes()) {
      await services.quit(name);
      await services.start(name);
      await moreTaken(10);
    }
  });
  say('every process of two of each service restarted in turn', waited);
  expect(await verdict(place.city, place.ledger)).toEqual([]);
  expect(waited.p99).toBeLessThan(mostMs);
});
