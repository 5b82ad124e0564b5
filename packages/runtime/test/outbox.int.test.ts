import { pause } from '@lianban/backoff';
import { encodeContents } from '@lianban/record';
import type { Database } from '@lianban/engine';
import { add, done, startTallies, stopAll } from './harness/counting';
import { openTallies, testLine, Servers, sequences, until, upTo } from '@lianban/testing';

const servers = new Servers();
let db: Database;
beforeAll(async () => {
  await servers.makeTopics('counting.v1');
  db = await openTallies(servers);
});
afterAll(async () => {
  await db.close();
  await servers.close();
});
afterEach(stopAll);

const longAgo = () => new Date(Date.now() - 60_000);

/** What a process leaves that died between its commit and its send: a document, and its record in the outbox. */
async function leaveBehind(into: Pick<Database, 'outbox'>, of: Collection, processId: string, id: string, at: Date) {
  const headers = { ce_id: `x/${id}/1`, ce_subject: id, ce_sequence: '1', ce_type: 'casework.v1.ClockPaused' };
  const record = {
    topic: `${servers.prefix}counting.v1`,
    contents: encodeContents({ key: 'A', value: Buffer.from('left'), headers }),
  };
  await of.insertOne({
    ...{ _id: id, version: 1, state: { total: 1, rings: 0 }, seen: {}, sent: { [id]: 1 }, asks: [] },
    ...{ lastBatch: `${processId}#1`, wakeAt: null, askAt: null },
  });
  await into.outbox.insertOne({ _id: processId, batch: 1, at, records: [record] });
}
type Collection = ReturnType<Database['of']>;

test('what a dead process left is published before the next change of its document', async () => {
  await leaveBehind(db, db.of('tallies'), 'dead', 'A/left', longAgo());
  const heir = testLine(db, 'heir');

  await heir.do('A/left', { type: 'Add', amount: 2 });

  expect(heir.sent.map(({ headers }) => headers['ce_sequence'])).toEqual(['1', '2']);
  expect(heir.sent[0]!.value).toEqual(Buffer.from('left'));
  expect(await db.outbox.findOne({ _id: 'dead' })).toBeNull();
});

test('what a living process has on its way is waited for, and other documents are not held up', async () => {
  await leaveBehind(db, db.of('tallies'), 'alive', 'A/onTheWay', new Date());
  const [waiting, other] = [testLine(db, 'waiting'), testLine(db, 'other')];
  let settled = false;
  const change = waiting.do('A/onTheWay', { type: 'Add', amount: 2 }).finally(() => (settled = true));

  await other.do('A/elsewhere', { type: 'Add', amount: 1 });
  await pause(200);
  expect(settled).toBe(false);
  await db.outbox.deleteOne({ _id: 'alive' });
  await change;

  expect(waiting.sent.map(({ headers }) => headers['ce_sequence'])).toEqual(['2']);
});

test('an owner that stays silent for some seconds is not waited for any longer', async () => {
  await leaveBehind(db, db.of('tallies'), 'stuck', 'A/stuck', new Date(Date.now() - 2_000));
  const heir = testLine(db, 'heir2');

  await heir.do('A/stuck', { type: 'Add', amount: 2 });

  expect(heir.sent.map(({ headers }) => headers['ce_sequence'])).toEqual(['1', '2']);
});

test('a service publishes what others left without being asked, and leaves nothing itself', async () => {
  const service = await startTallies(servers, 'counting');
  const found = servers.db('counting');
  const outbox = found.collection('outbox') as unknown as Database['outbox'];
  await leaveBehind({ outbox }, found.collection('tallies') as unknown as Collection, 'gone', 'A/swept', longAgo());

  const heard = await servers.read('counting.v1', (records) => records.length >= 1);

  expect(heard[0]).toMatchObject({ key: 'A', value: Buffer.from('left'), headers: { ce_id: 'x/A/swept/1' } });
  await Promise.all(upTo(50).map((n) => add(service, `A/n${n}`)));
  await until('the outbox is empty', async () => (await outbox.countDocuments()) === 0);
});

test('records of a batch that is sent twice have the same ids', async () => {
  const service = await startTallies(servers, 'counting');
  await Promise.all(upTo(3).map(() => add(service, 'B/same').then(done)));

  const heard = await servers.read('counting.v1', (records) => (sequences(records)['B/same'] ?? []).length >= 3);

  const ids = heard.filter(({ key }) => key === 'B').map(({ headers }) => headers['ce_id']);
  expect(ids).toEqual(upTo(3).map((n) => `counting/B/same/${n}`));
});
