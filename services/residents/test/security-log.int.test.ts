import { residents as own } from '@lianban/protos';
import type { Running } from '@lianban/runtime';
import { readAuditLog, verifyAuditLog } from '@lianban/audit-log';
import { City, answered } from '@lianban/testing';
import { residents } from '../src';
import { sealBooks } from '../src/seal-books';

const city = new City();
let running: Running;
let log: ReturnType<typeof city.caller<typeof own.v1.SecurityLogServiceService>>;

beforeAll(async () => {
  await city.open();
  running = await city.start(residents);
  log = city.caller(running, own.v1.SecurityLogServiceService);
});
afterAll(() => city.close());

const stored = (kind: string) => city.servers.db('residents').collection<{ _id: string }>(kind);
const verify = () =>
  verifyAuditLog(readAuditLog(stored('securityEvents'), stored('securityPages')), { isOld: () => true });
const event = (n: number) =>
  own.v1.SecurityEvent.fromPartial({
    at: new Date('2026-03-02T01:00:00Z'),
    kind: 'refusal',
    who: `officer:o-${n}`,
    what: 'GET /api/desk/board',
    whence: '10.0.0.7',
    outcome: 'wrong-role',
    count: 1,
  });

test('events are sealed in a chain of their own, apart from the book of reads', async () => {
  answered(await log.record({ events: Array.from({ length: 40 }, (_, n) => event(n)) }));
  await sealBooks(running.app);
  expect(await verify()).toMatchObject({ blocks: 1, sealed: 40, waiting: 0, faults: [] });
  expect(await stored('pages').countDocuments()).toBe(0);
});

test('what is no id is left out of an event, and the event stays', async () => {
  const before = await stored('securityEvents').countDocuments();
  const named = { ...event(41), about: '11010519491231002X' };
  answered(await log.record({ events: [named] }));
  expect(await stored('securityEvents').countDocuments()).toBe(before + 1);
  const found = await stored('securityEvents').findOne({ 'state.who': 'officer:o-41' } as object);
  expect(found).toMatchObject({ state: { about: 'withheld' } });
  await sealBooks(running.app);
});

test('whoever changes or removes an event is found out', async () => {
  const [first, second] = await stored('securityEvents').find().sort({ _id: 1 }).limit(2).toArray();
  await stored('securityEvents').updateOne({ _id: first!._id }, { $set: { 'state.who': 'officer:o-99' } });
  await stored('securityEvents').deleteOne({ _id: second!._id });
  expect((await verify()).faults).toEqual([
    { block: 1, entry: first!._id, what: 'was changed' },
    { block: 1, entry: second!._id, what: 'was removed' },
  ]);
});
