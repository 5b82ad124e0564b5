import { readConfig } from '../src/config';
import { startService } from '../src/start-service';
import { ClockError, moveClock, openClock, startClockAt } from '../src/clock';
import type { Database } from '@lianban/engine';
import { done, startTallies, stopAll, tell } from './harness/counting';
import { quiet, openTallies, Servers, mongoUrl, until } from '@lianban/testing';

const servers = new Servers();
let db: Database;
beforeAll(async () => {
  await servers.makeTopics('counting.v1');
  db = await openTallies(servers);
});
afterEach(stopAll);
afterAll(async () => {
  await db.close();
  await servers.close();
});

const day = 24 * 60 * 60 * 1000;
const rings = async (id: string) => {
  const found = await servers
    .db('counting')
    .collection<{ _id: string; state: { rings: number } }>('tallies')
    .findOne({ _id: id });
  return found?.state.rings;
};
const wakeAt = async (id: string) =>
  (await servers.db('counting').collection<{ _id: string; wakeAt: Date | null }>('tallies').findOne({ _id: id }))
    ?.wakeAt;

test('a timeout comes due by itself, once, when the moved time passes it', async () => {
  const service = await startTallies(servers, 'counting', {}, { TIME_TRAVEL: 'on' });
  const at = (days: number) => new Date(service.app.clock.now().getTime() + days * day);
  done(await tell(service, 'A/soon', { type: 'SetAlarm', at: at(20) }));
  done(await tell(service, 'A/later', { type: 'SetAlarm', at: at(40) }));
  expect(await rings('A/soon')).toBe(0);

  await moveClock(mongoUrl, servers.prefix, 21 * day);

  await until('the alarm', async () => (await rings('A/soon')) === 1);
  expect(await rings('A/later')).toBe(0);
  expect(await wakeAt('A/soon')).toBeNull();
});

test('a deadline that passed while nobody ran comes true at the next start', async () => {
  const first = await startTallies(servers, 'counting', {}, { TIME_TRAVEL: 'on' });
  const at = new Date(first.app.clock.now().getTime() + day);
  done(await tell(first, 'A/asleep', { type: 'SetAlarm', at }));
  await first.stop();
  await moveClock(mongoUrl, servers.prefix, 2 * day);

  await startTallies(servers, 'counting', {}, { TIME_TRAVEL: 'on' });

  await until('the alarm', async () => (await rings('A/asleep')) === 1);
});

test('two processes ring one alarm once', async () => {
  const one = await startTallies(servers, 'counting');
  await startTallies(servers, 'counting');
  const at = new Date(one.app.clock.now().getTime() + 300);
  const ids = Array.from({ length: 20 }, (_, n) => `B/${n}`);
  await Promise.all(ids.map((id) => tell(one, id, { type: 'SetAlarm', at })));

  await until('all alarms', async () => (await Promise.all(ids.map(rings))).every((count) => count! > 0));

  expect(await Promise.all(ids.map(rings))).toEqual(ids.map(() => 1));
});

test('a deadline whose rule fails is tried later and does not crowd out the others', async () => {
  const now = new Date(Date.now() - day);
  const broken = Array.from({ length: 600 }, (_, n) => ({
    ...{ _id: `C/${n}`, version: 1, seen: {}, sent: {}, lastBatch: '', asks: [], wakeAt: now, askAt: null },
    // Without its alarm the state has nothing that is due, however often it is woken.
    state: { total: 0, rings: 0 },
  }));
  await servers
    .db('counting')
    .collection('tallies')
    .insertMany(broken as never);
  const service = await startTallies(servers, 'counting');
  const at = new Date(service.app.clock.now().getTime() + 100);

  done(await tell(service, 'C/good', { type: 'SetAlarm', at }));

  await until('the good one', async () => (await rings('C/good')) === 1, 10_000);
  await until('the others later', async () => (await wakeAt('C/7'))! > new Date());
});

test('time is the database server’s, moves forward only, and never with the machine’s clock', async () => {
  const movable = { timeTravel: true, mongo: { dbPrefix: `${servers.prefix}x-` } } as never;
  const clock = await openClock(db, movable);
  expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(60_000);

  await moveClock(mongoUrl, `${servers.prefix}x-`, day);
  await until('a day later', () => clock.now().getTime() - Date.now() > day - 1_000);
  const realNow = Date.now;
  Date.now = () => realNow() - 7 * day;
  const before = clock.now();
  Date.now = realNow;

  expect(before.getTime() - Date.now()).toBeGreaterThan(day - 1_000);
  await db.connection.getClient().db(`${servers.prefix}x-lianban-clock`).collection('clock').deleteMany({});
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(before.getTime());
  clock.stop();
  for (const wrong of [-1, Number.NaN, Infinity])
    await expect(moveClock(mongoUrl, servers.prefix, wrong)).rejects.toBeInstanceOf(ClockError);
});

test('a new stack may begin at another time, and keeps it', async () => {
  const prefix = `${servers.prefix}y-`;
  await startClockAt(mongoUrl, prefix, new Date('2031-05-01T00:00:00Z'));
  const again = await startClockAt(mongoUrl, prefix, new Date('2020-01-01T00:00:00Z'));

  expect(again.toISOString()).toMatch(/^2031-05-01T00:0/);
  const config = readConfig({ ...servers.env, MONGO_DB_PREFIX: prefix, TIME_TRAVEL: 'on' });
  const service = await startService(
    'counting',
    { topic: 'counting.v1', aggregates: [] },
    config,
    quiet,
    () => undefined,
  );
  expect(service.app.clock.now().toISOString()).toMatch(/^2031-05-01T00:0/);
  await service.stop();
});
