import { ParkingLot, createInbox } from '@lianban/inbox';
import { type Database } from '@lianban/engine';
import type { OutgoingRecord } from '@lianban/record';
import { hearsCounts } from './harness/counting';
import { quiet, openTallies, testLine, Servers } from '@lianban/testing';
import { event, incoming } from './harness/events';

const servers = new Servers();
const topic = 'counting.v1';
let db: Database;
beforeAll(async () => {
  db = await openTallies(servers);
});
afterAll(async () => {
  await db.close();
  await servers.close();
});

async function consumer(processId: string) {
  const letters: OutgoingRecord[] = [];
  const { line } = testLine(db, processId);
  const parking = new ParkingLot(db, quiet);
  await parking.reload(new Map([[topic, [0]]]));
  const send = async (records: readonly OutgoingRecord[]) => void letters.push(...records);
  const subscriptions = [hearsCounts()];
  const ports = { service: 'hearing', subscriptions, topicPrefix: '', queue: line, parking, send, log: quiet };
  return { ...createInbox(ports), parking, line, letters };
}
const hear = (subject: string, sequence: number, amount: number) => incoming(topic, event(subject, sequence, amount));
const total = async (id: string) => ((await db.of('tallies').findOne({ _id: id }))?.state as { total: number })?.total;
const parkedAs = (key: string) => db.parked.findOne({ _id: `${topic}/${key}` });
const release = (key: string) => db.parked.updateOne({ _id: `${topic}/${key}` }, { $set: { release: true } });

test('a parked record that is delivered again waits once', async () => {
  const { handle } = await consumer('p1');
  const chunk = [hear('A/x', 2, 1), hear('A/x', 3, 1)];

  await handle(chunk);
  await handle(chunk);

  expect((await parkedAs('A'))?.records.map(({ offset }) => offset)).toEqual(chunk.map(({ offset }) => offset));
});

test('another process that gets the partition keeps the key parked, and drains it when it is released', async () => {
  const first = await consumer('p2');
  await first.handle([hear('B/x', 2, 10)]);
  const second = await consumer('p3');

  await second.handle([hear('B/x', 1, 1), hear('C/x', 1, 5)]);
  expect([await total('B/x'), await total('C/x')]).toEqual([undefined, 5]);
  await release('B');
  await second.drainParked();

  expect(await total('B/x')).toBe(11);
  expect(await parkedAs('B')).toBeNull();
});

test('who does not own the partition leaves a released key alone', async () => {
  const owner = await consumer('p4');
  await owner.handle([hear('O/x', 2, 10)]);
  await release('O');
  await owner.parking.reload(new Map([[topic, [1, 2]]]));

  await owner.drainParked();

  expect((await parkedAs('O'))?.release).toBe(true);
});

test('a key released by another process meanwhile takes the next record as if nothing had been', async () => {
  const { handle, parking } = await consumer('p5');
  await handle([hear('E/x', 2, 10)]);
  await db.parked.deleteOne({ _id: `${topic}/E` });

  await handle([hear('E/x', 1, 1), hear('E/x', 2, 2)]);

  expect(await total('E/x')).toBe(3);
  expect(parking.holds(topic, 'E')).toBe(false);
});

test('a record of a parked key that can never be applied does not hold the key for ever', async () => {
  const { handle, drainParked, letters } = await consumer('p6');
  await handle([hear('F/x', 2, 10)]);
  await handle([{ ...hear('F/x', 3, 1), value: Buffer.from([0xff]) }, hear('F/x', 1, 1)]);

  await release('F');
  await drainParked();

  expect(await total('F/x')).toBe(11);
  expect(await parkedAs('F')).toBeNull();
  expect(letters.some(({ headers }) => headers['kafka_dlt-exception-message']?.startsWith('dead'))).toBe(true);
});

test('what is parked while the parked keys are read anew is not forgotten', async () => {
  const reading = Promise.withResolvers<never[]>();
  const parked = {
    find: () => ({ toArray: () => reading.promise }),
    updateOne: db.parked.updateOne.bind(db.parked),
    countDocuments: db.parked.countDocuments.bind(db.parked),
  };
  const parking = new ParkingLot({ ...db, parked } as unknown as Database, quiet);

  const reloaded = parking.reload(new Map([[topic, [0]]]));
  await parking.park(hear('I/x', 2, 10), 'gap');
  reading.resolve([]);
  await reloaded;

  expect(parking.holds(topic, 'I')).toBe(true);
});

test('records heard while the service stops are not counted as handled', async () => {
  const { handle, line } = await consumer('p8');
  await line.close();

  await expect(handle([hear('J/x', 1, 1)])).rejects.toThrow('stopping');
});

test('a record that says nothing to us counts in the sequence, and makes no document', async () => {
  const { handle } = await consumer('p9');
  const nothing = (subject: string, sequence: number) =>
    incoming(topic, event(subject, sequence, 0, { ce_type: 'casework.v1.ClockResumed' }));

  await handle([hear('K/x', 1, 1), nothing('K/x', 2), hear('K/x', 3, 1), nothing('N/x', 1)]);

  expect([await total('K/x'), await total('N/x')]).toEqual([2, undefined]);
  expect(await parkedAs('K')).toBeNull();
});

test('a record that an operator gave up counts in the sequence and has no effect', async () => {
  const { handle, drainParked } = await consumer('p10');
  await handle([hear('L/x', 1, 1)]);
  const givenUp = hear('L/x', 2, 10);
  await handle([hear('L/x', 3, 100)]);
  await handle([givenUp]);

  await db.parked.updateOne({ _id: `${topic}/L` }, { $set: { release: true }, $addToSet: { skip: givenUp.offset } });
  await drainParked();

  expect(await total('L/x')).toBe(101);
  expect(await parkedAs('L')).toBeNull();
});
