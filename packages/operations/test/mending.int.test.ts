import type { ParkedKey } from '@lianban/engine';
import { isRefusal } from '@lianban/model';
import type { IncomingRecord, OutgoingRecord } from '@lianban/record';
import { Servers } from '@lianban/testing';
import { mendingAsks, operationsGrpc, operatorStore } from '../src';

const servers = new Servers();
const db = servers.db('operations');
afterAll(() => servers.close());

const topic = 'applications.v1';
const headers = { ce_type: 'casework.v1.StepRequested', ce_subject: 'A-1/licence', ce_sequence: '3' };
const record = (offset: string) => ({ offset, timestamp: 0, value: Buffer.from('x'), headers });
const parkedKey = (key: string): ParkedKey => ({
  ...{ _id: `${topic}/${key}`, topic, partition: 2, key, reason: 'gap', at: new Date(), records: [] },
  records: [record('7'), record('9')],
});
const letterOf = (key: string, offset: string): IncomingRecord => ({
  ...{ topic: `${topic}.permits.dlt`, partition: 0, offset: '0', timestamp: 0, key, value: Buffer.from('y') },
  headers: {
    ...headers,
    'kafka_dlt-original-topic': topic,
    'kafka_dlt-original-partition': '2',
    'kafka_dlt-original-offset': offset,
    'kafka_dlt-exception-message': 'unreadable: ',
  },
});

let now = new Date('2026-03-02T01:00:00Z');
const letters: IncomingRecord[] = [];
const sent: OutgoingRecord[] = [];
const { handlers } = operationsGrpc({
  service: 'permits',
  store: operatorStore(db, async () => ['cases']),
  asks: mendingAsks(db, () => now),
  now: () => now,
  lag: async () => 4,
  deadLetters: async () => letters,
  send: async (records) => void sent.push(...records),
});

const call = async (method: string, operator: string | undefined, request: object = {}) => {
  const handle = handlers[method] as (request: object, call: object) => Promise<object>;
  const answer = await handle(request, { onBehalfOf: operator && `operator:${operator}` });
  return isRefusal(answer) ? answer.refused : answer;
};
const approve = (operator: string, of: object) => call('answer', operator, { ...of, approve: true });
const decline = (operator: string, of: object) => call('answer', operator, { ...of, approve: false });
const parked = (key: string) => db.collection<ParkedKey>('parked').findOne({ _id: `${topic}/${key}` });
const done = (key: string) => db.collection('operatorActions').find({ key }).toArray();

test('a service shows its operators what hangs in it', async () => {
  await db.collection<ParkedKey>('parked').insertOne(parkedKey('A-look'));
  const late = new Date(now.getTime() - 60_000);
  await db.collection<{ _id: string }>('cases').insertOne({ _id: 'A-late/licence', wakeAt: late } as never);
  expect(await call('look', 'op-1')).toMatchObject({
    service: 'permits',
    lagRecords: 4,
    parkedKeys: 1,
    parked: [{ topic, key: 'A-look', reason: 'gap', records: 2, releasing: false }],
    deadlinesLate: 1,
    late: [{ kind: 'cases', id: 'A-late/licence', due: late }],
  });
});

test.each(['look', 'listDeadLetters', 'rehearse', 'ask', 'answer'])('nobody but an operator may %s', async (method) => {
  expect(await call(method, undefined)).toBe('operator-missing');
});

test('a parked key is released once another operator approves, and both are written down', async () => {
  const what = { act: 'replay', key: 'A-1' };
  await db.collection<ParkedKey>('parked').insertOne(parkedKey('A-1'));
  expect(await call('rehearse', 'op-1', what)).toMatchObject({
    records: [{ place: `${topic}/2/7`, sequence: '3' }, { place: `${topic}/2/9` }],
  });
  expect(await call('ask', 'op-1', { ...what, reason: 'it has arrived' })).toMatchObject({ status: 'asked' });
  expect(await approve('op-1', what)).toBe('second-person-needed');
  expect((await parked('A-1'))?.release).toBeUndefined();
  expect(await approve('op-2', what)).toMatchObject({ status: 'approved', askedBy: 'op-1', answeredBy: 'op-2' });
  expect((await parked('A-1'))?.release).toBe(true);
  expect(await done('A-1')).toMatchObject([
    { action: 'replay', operator: 'op-1', approvedBy: 'op-2', reason: 'it has arrived' },
  ]);
  expect(await approve('op-3', what)).toBe('no-mending-asked');
});

test('of two who answer at once, one counts', async () => {
  const what = { act: 'replay', key: 'A-2' };
  await db.collection<ParkedKey>('parked').insertOne(parkedKey('A-2'));
  await call('ask', 'op-1', { ...what, reason: 'why' });
  const answers = await Promise.all([approve('op-2', what), approve('op-3', what), decline('op-4', what)]);
  expect(answers.filter((each) => each === 'no-mending-asked')).toHaveLength(2);
  expect((await done('A-2')).length).toBeLessThanOrEqual(1);
});

test('a record is given up only if both were shown it', async () => {
  const what = { act: 'drop', key: 'A-3' };
  await db.collection<ParkedKey>('parked').insertOne(parkedKey('A-3'));
  expect(await call('ask', 'op-1', { ...what, reason: 'broken' })).toMatchObject({
    records: [{ place: `${topic}/2/7` }],
  });
  // Meanwhile it was applied, and another is the first.
  await db.collection<ParkedKey>('parked').updateOne({ key: 'A-3' }, { $pull: { records: { offset: '7' } } } as never);
  expect(await approve('op-2', what)).toBe('nothing-left-to-drop');
  expect((await parked('A-3'))?.skip).toBeUndefined();
  expect(await call('ask', 'op-1', { ...what, reason: 'this one too' })).toMatchObject({
    records: [{ place: `${topic}/2/9` }],
  });
  await approve('op-2', what);
  expect((await parked('A-3'))?.skip).toEqual(['9']);
});

test('what others could not take is sent again, each record once, and no other', async () => {
  const what = { act: 'send-again', key: 'A-4' };
  expect(await call('rehearse', 'op-1', what)).toBe('no-dead-letter');
  letters.push(letterOf('A-4', '5'), letterOf('A-4', '5'), letterOf('A-5', '6'));
  expect(await call('listDeadLetters', 'op-1')).toMatchObject({
    total: 3,
    letters: [{ listener: 'permits', key: 'A-4', record: { place: `${topic}/2/5` }, reason: 'unreadable: ' }, {}, {}],
  });
  await call('ask', 'op-1', { ...what, reason: 'permits has its key now' });
  expect(sent).toEqual([]);
  letters.push(letterOf('A-4', '8'));
  await approve('op-2', what);
  expect(sent).toEqual([{ topic, partition: 2, key: 'A-4', value: Buffer.from('y'), headers }]);
});

test('an ask can be taken back, is not replaced by another, and lapses after ten days', async () => {
  const what = { act: 'replay', key: 'A-6' };
  await db.collection<ParkedKey>('parked').insertOne(parkedKey('A-6'));
  expect(await call('ask', 'op-1', { ...what, reason: ' ' })).toBe('invalid-reason');
  await call('ask', 'op-1', { ...what, reason: 'why' });
  expect(await call('ask', 'op-1', { ...what, reason: 'why' })).toMatchObject({ status: 'asked' });
  expect(await call('ask', 'op-2', { ...what, reason: 'why' })).toBe('mending-asked');
  expect(await decline('op-1', what)).toMatchObject({ status: 'declined' });
  await call('ask', 'op-2', { ...what, reason: 'mine' });
  now = new Date(now.getTime() + 11 * 86_400_000);
  expect(await approve('op-1', what)).toBe('no-mending-asked');
  expect(await call('ask', 'op-1', { ...what, reason: 'anew' })).toMatchObject({ askedBy: 'op-1' });
});
