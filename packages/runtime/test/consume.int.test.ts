import { type Subscription, eventHandler } from '@lianban/inbox';
import { type ParkedKey } from '@lianban/engine';
import type { Running } from '../src/start-service';
import { casework } from '@lianban/protos';
import { startTallies, stopAll, totalOf } from './harness/counting';
import { order, figures, Servers, until } from '@lianban/testing';
import { event } from './harness/events';

const counted = figures();
const servers = new Servers();
const dlt = 'counting.v1.hearing.dlt';
let hearing: Running;
let mended = false;

const hears: Subscription = {
  topic: 'counting.v1',
  owner: 'counting',
  sequenceOwner: ({ subject }) => ({ aggregate: 'tallies', id: subject }),
  handlers: [
    eventHandler(casework.v1.ClockPaused, ({ reason }, { subject }) => {
      if (reason === 'nonsense') throw new Error('no amount: 11010119900307123X, 13812345678');
      const amount = Number(reason);
      return order(subject, amount === 99 && !mended ? { type: 'Break' } : { type: 'Add', amount });
    }),
  ],
};

beforeAll(async () => {
  await servers.makeTopics('counting.v1', 'hearing.v1', dlt);
  hearing = await startTallies(servers, 'hearing', { subscriptions: [hears] });
});
afterAll(async () => {
  await stopAll();
  await servers.close();
});

const send = (...records: ReturnType<typeof event>[]) => servers.send('counting.v1', records);
const parked = (key: string) =>
  servers
    .db('hearing')
    .collection<ParkedKey>('parked')
    .findOne({ _id: `${servers.prefix}counting.v1/${key}` });
const release = (key: string) =>
  servers
    .db('hearing')
    .collection<ParkedKey>('parked')
    .updateOne({ _id: `${servers.prefix}counting.v1/${key}` }, { $set: { release: true } });
const totals = (...ids: string[]) => Promise.all(ids.map((id) => totalOf(hearing, id)));
const untilTotal = (id: string, total: number) =>
  until(`${id} is ${total}`, async () => (await totalOf(hearing, id)) === total);

test('a record that comes twice has one effect', async () => {
  await send(event('A/x', 1, 5), event('A/x', 1, 5), event('A/x', 2, 3), event('A/x', 1, 5), event('A/x', 3, 1));

  await untilTotal('A/x', 9);
  const document = await servers
    .db('hearing')
    .collection('tallies')
    .findOne({ _id: 'A/x' } as never);
  expect(document).toMatchObject({ version: 3, seen: { 'counting:A/x': 3 } });
});

test('a gap parks its key and no other; what was missing mends it, in order', async () => {
  await send(event('G/x', 1, 1), event('G/x', 3, 100), event('H/x', 1, 7));
  await untilTotal('H/x', 7);
  await until('G is parked', () => parked('G'));
  await send(event('G/x', 4, 1000), event('H/x', 2, 1), event('G/x', 2, 10));
  await untilTotal('H/x', 8);
  await until('all of G waits', async () => (await parked('G'))?.records.length === 3);

  expect(await totals('G/x')).toEqual([1]);
  expect(await parked('G')).toMatchObject({ reason: 'gap: expected sequence 2', key: 'G' });
  await release('G');
  await untilTotal('G/x', 1111);
  await until('G is free', async () => (await parked('G')) === null);
  await send(event('G/x', 5, 10_000));
  await untilTotal('G/x', 11_111);
});

test('a rule with a bug parks its key; released too early it waits again, mended it goes on', async () => {
  await send(event('R/x', 1, 1), event('R/x', 2, 99), event('R/x', 3, 3), event('S/x', 1, 7));
  await untilTotal('S/x', 7);
  await until('R waits', async () => (await parked('R'))?.records.length === 2);
  expect(await parked('R')).toMatchObject({ reason: 'rule failed: TypeError' });

  await release('R');
  await until('R waits again', async () => (await parked('R'))?.release === undefined);
  expect(await totals('R/x')).toEqual([1]);
  mended = true;
  await release('R');
  await untilTotal('R/x', 103);
});

test('what is no record of ours goes to the operators as it came, and the next ones flow', async () => {
  const garbage = Buffer.from([0xff, 0x00, 0x13, 0x37]);
  const bare = event('D/x', 1, 1);
  await send(
    { ...event('D/x', 1, 1), value: garbage },
    { ...bare, headers: {} },
    event('D/x', 1, 1, { ce_source: 'lianban/nobody' }),
    event('D/x', 1, 1, { ce_sequence: 'first' }),
    event('D/x', 1, 1, { ce_sequence: '0' }),
    event('D/x', 1, 1, { ce_subject: 'a.$b' }),
    event('D/x', 1, 'nonsense'),
    event('D/x', 1, 42),
  );

  await untilTotal('D/x', 42);
  const letters = (await servers.read(dlt, (found) => found.filter(({ key }) => key === 'D').length >= 7)).filter(
    ({ key }) => key === 'D',
  );
  const why = letters.map(({ headers }) => headers['kafka_dlt-exception-message']);
  expect(why).toEqual([
    expect.stringContaining('dead: not a casework.v1.ClockPaused'),
    expect.stringContaining('dead: missing headers: ce_specversion'),
    'dead: not believed: ce_source is not lianban/counting',
    'dead: ce_sequence is not a positive integer',
    'dead: ce_sequence is not a positive integer',
    'dead: ce_subject is not well-formed',
    'dead: not a casework.v1.ClockPaused: no amount: [id], [phone]',
  ]);
  expect(letters[0]!.value).toEqual(garbage);
  expect(letters[1]!.value).toEqual(bare.value);
  expect(letters[0]!.headers).toMatchObject({
    ce_id: 'counting/D/x/1',
    'kafka_dlt-original-topic': `${servers.prefix}counting.v1`,
    'kafka_dlt-original-consumer-group': 'hearing',
  });
  expect(await parked('D')).toBeNull();
  const labels = { topic: `${servers.prefix}counting.v1`, outcome: 'dead' };
  expect(await counted.countOf('lianban.consume.records', labels)).toBe(7);
});

test('a parked record has a copy with the operators', async () => {
  await send(event('P/x', 2, 1));

  const letters = await servers.read(dlt, (found) => found.some(({ key }) => key === 'P'));

  const letter = letters.find(({ key }) => key === 'P')!;
  expect(letter.headers['kafka_dlt-exception-message']).toBe('parked: gap: expected sequence 1');
  expect(letter.value).toEqual(event('P/x', 2, 1).value);
});
