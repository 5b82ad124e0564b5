import type { Database } from '@lianban/engine';
import { openClock } from './clock';

const march = new Date('2026-03-02T01:00:00Z');
const november = new Date('2026-11-23T10:00:00Z');

/** A database server whose clock stands at `serverTime`, and whose offset is whatever `offset` says. */
const fakeDatabase = (serverTime: Date, offset: { ms?: number; beforeMs?: number; from?: Date }) => {
  const { beforeMs, from } = offset;
  const found = () => (offset.ms === undefined ? null : { _id: 'city', offsetMs: offset.ms, beforeMs, from });
  const client = { db: () => ({ collection: () => ({ findOne: async () => found() }) }) };
  const now = () => serverTime.getTime() + performance.now();
  return { now, connection: { getClient: () => client } } as unknown as Pick<Database, 'connection' | 'now'>;
};
const config = (timeTravel: boolean) => ({ timeTravel, mongo: { url: 'mongodb://unused', dbPrefix: '' } });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('the time is the database server’s', async () => {
  const clock = await openClock(fakeDatabase(november, {}), config(false));
  expect(clock.now().getTime()).toBeCloseTo(november.getTime(), -3);
  clock.stop();
});

test('a new stack’s time begins where it is set, also when somebody had looked at the clock before', async () => {
  const offset: { ms?: number } = {};
  const clock = await openClock(fakeDatabase(november, offset), config(true));
  expect(clock.now() >= november).toBe(true);
  offset.ms = march.getTime() - november.getTime();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(clock.now().getTime()).toBeCloseTo(march.getTime() + 1_000, -3);
  clock.stop();
});

test('from then on it goes forward only', async () => {
  const offset = { ms: 10_000_000 };
  const clock = await openClock(fakeDatabase(november, offset), config(true));
  const before = clock.now();
  offset.ms = 0;
  await jest.advanceTimersByTimeAsync(1_000);
  expect(clock.now() >= before).toBe(true);
  offset.ms = 20_000_000;
  await jest.advanceTimersByTimeAsync(1_000);
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(november.getTime() + 20_000_000);
  clock.stop();
});

test('a move takes effect at the moment that was agreed on, for whoever knew of it before', async () => {
  const dayMs = 24 * 60 * 60 * 1000;
  const at = (ms: number) => new Date(november.getTime() + performance.now() + ms);
  const offset = { ms: dayMs, beforeMs: 0, from: at(800) };
  const clock = await openClock(fakeDatabase(november, offset), config(true));
  const before = clock.now().getTime();
  await jest.advanceTimersByTimeAsync(700);
  expect(clock.now().getTime() - before).toBeLessThan(1_000);
  await jest.advanceTimersByTimeAsync(200);
  expect(clock.now().getTime() - before).toBeGreaterThan(dayMs);
  clock.stop();
});
