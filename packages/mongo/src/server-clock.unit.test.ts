import type { MongoClient } from './driver';
import { openServerClock } from './server-clock';

const november = new Date('2026-11-23T10:00:00Z');
let serverTime = november;
const client = { db: () => ({ command: async () => ({ localTime: serverTime }) }) } as unknown as MongoClient;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('the time is the server’s, whatever this machine’s clock says', async () => {
  const clock = await openServerClock(client);
  jest.setSystemTime(new Date('2001-01-01'));
  expect(clock.now()).toBeCloseTo(november.getTime(), -3);
  clock.stop();
});

test('it keeps step with the server', async () => {
  const clock = await openServerClock(client);
  serverTime = new Date(november.getTime() + 90_000);
  await jest.advanceTimersByTimeAsync(30_000);
  expect(clock.now()).toBeCloseTo(serverTime.getTime(), -3);
  clock.stop();
});
