import type { BatchPorts } from '../src/run-batch';
import { type TallyCommand, tally, openTallies, testLine, Servers } from '@lianban/testing';
import { CommitUnknown, Conflict } from '@lianban/mongo';
import type { Database } from '../src/database';
import type { Replaceable } from '../src/outbox';
import { commitBatch } from '../src/commit';

type Commit = NonNullable<BatchPorts['commit']>;
const servers = new Servers();
let db: Database;
beforeAll(async () => {
  db = await openTallies(servers);
});
afterAll(async () => {
  await db.close();
  await servers.close();
});

/** Does `act` in the place of the `nth` commit. */
function inPlaceOf(nth: number, act: (commit: () => Promise<void>) => Promise<void>): Commit {
  let calls = 0;
  return (...batch) => {
    calls += 1;
    return calls === nth ? act(() => commitBatch(...batch)) : commitBatch(...batch);
  };
}
const unanswered = () => {
  throw new CommitUnknown('no answer');
};
const replacing = (_id: string, acked: number): Replaceable => ({
  _id,
  $or: [{ batch: { $lte: acked } }, { fence: true }],
});
const numbersOf = (sent: readonly { headers: Readonly<Record<string, string>> }[]) =>
  sent.map(({ headers }) => headers['ce_sequence']);
const stateOf = async (id: string) => (await db.of('tallies').findOne({ _id: id }))?.state;

test('a commit that came true without an answer has its effect once, and is told before the next', async () => {
  const lost = inPlaceOf(2, async (commit) => {
    await commit();
    unanswered();
  });
  const process = testLine(db, 'p1', lost, { maxCommands: 1 });

  const outcomes = await Promise.all([1, 2, 3].map((amount) => process.do('A/doubt', { type: 'Add', amount })));

  expect(outcomes.map(({ is }) => is)).toEqual(['done', 'done', 'done']);
  expect(await stateOf('A/doubt')).toMatchObject({ total: 6 });
  expect(numbersOf(process.sent)).toEqual(['1', '2', '3']);
});

test('so has one that tells nobody anything', async () => {
  const lost = inPlaceOf(1, async (commit) => {
    await commit();
    unanswered();
  });
  const process = testLine(db, 'p2', lost);

  const outcome = await process.do('A/silent', { type: 'SetAlarm', at: new Date('2030-01-01') });

  expect(outcome).toMatchObject({ is: 'done', version: 1 });
  expect(await db.of('tallies').findOne({ _id: 'A/silent' })).toMatchObject({ version: 1 });
});

test('a commit that never came true is decided again', async () => {
  const process = testLine(
    db,
    'p3',
    inPlaceOf(1, async () => unanswered()),
  );

  expect(await process.do('A/never', { type: 'Add', amount: 5 })).toMatchObject({ is: 'done', version: 1 });
  expect(await stateOf('A/never')).toMatchObject({ total: 5 });
  expect(numbersOf(process.sent)).toEqual(['1']);
});

test('any number of them, one after the other', async () => {
  let calls = 0;
  const process = testLine(db, 'p12', async (...batch) => (++calls % 3 === 0 ? commitBatch(...batch) : unanswered()));

  for (const total of [5, 10])
    expect(await process.do('A/often', { type: 'Add', amount: 5 })).toMatchObject({ is: 'done', state: { total } });

  expect(calls).toBe(6);
  expect(numbersOf(process.sent)).toEqual(['1', '2']);
});

test('what another process changed meanwhile is seen, also by a refusal', async () => {
  const [one, two] = [testLine(db, 'p13'), testLine(db, 'p14')];
  await one.do('A/seen', { type: 'Add', amount: 1 });
  await two.do('A/seen', { type: 'SetAlarm', at: new Date(0) });

  const addressed = { aggregate: 'tallies', id: 'A/seen', command: { type: 'Add', amount: 1 } as TallyCommand };
  const rung = await one.line.enqueue({ addressed, isTimeout: true });
  const stale = await one.line.enqueue({ addressed, ifVersion: 1 });

  expect(stale).toMatchObject({ is: 'refused', refusal: { refused: 'version-conflict' } });
  expect(rung).toMatchObject({ is: 'done', events: [{ type: 'Rang' }] });
});

test('a commit under way while it is asked after comes true or never will: one effect, whoever is faster', async () => {
  let late: Promise<void> | undefined;
  const slow: Commit = async (database, ...batch) => {
    if (late) return late.catch(() => undefined).then(() => commitBatch(database, ...batch));
    // Only a commit can go unanswered, so the transaction's first write has long been done.
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const replaceOne: Database['outbox']['replaceOne'] = (...write: Parameters<typeof database.outbox.replaceOne>) =>
      database.outbox.replaceOne(...write).finally(begin);
    late = commitBatch({ ...database, outbox: { replaceOne } as Database['outbox'] }, ...batch);
    late.catch(() => undefined);
    await begun;
    return unanswered();
  };
  const process = testLine(db, 'p4', slow);

  expect(await process.do('A/late', { type: 'Add', amount: 5 })).toMatchObject({ is: 'done', version: 1 });
  expect(await stateOf('A/late')).toMatchObject({ total: 5 });
});

test('an owner whose batch somebody else published meanwhile learns that it was written', async () => {
  const other = testLine(db, 'p6');
  const takenOver = inPlaceOf(1, async (commit) => {
    await commit();
    await db.outbox.updateOne({ _id: 'p5' }, { $set: { at: new Date(Date.now() - 60_000) } });
    await other.relay.sweep();
    unanswered();
  });
  const process = testLine(db, 'p5', takenOver);

  expect(await process.do('A/taken', { type: 'Add', amount: 5 })).toMatchObject({ is: 'done', version: 1 });
  expect(await stateOf('A/taken')).toMatchObject({ total: 5 });
  expect(numbersOf(other.sent)).toEqual(['1']);
});

test('the outbox of a batch that is not acknowledged is never overwritten', async () => {
  const outbox = { _id: 'p7', batch: 1, at: new Date(), records: [] };
  const write = (batch: number, acked: number) =>
    commitBatch(db, new Map(), [], { batch: { ...outbox, batch }, replaces: replacing('p7', acked) });

  await write(1, 0);
  await expect(write(2, 0)).rejects.toBeInstanceOf(Conflict);
  await write(2, 1);
  expect(await db.outbox.findOne({ _id: 'p7' })).toMatchObject({ batch: 2 });
});

test('a second first write of a document is a lost race', async () => {
  const base = { state: { total: 0, rings: 0 }, seen: {}, sent: {} };
  const first = { aggregate: 'tallies', id: 'A/first', loaded: 0, version: 1, base, ...base };
  const entry = { ...first, state: { total: 1, rings: 0 }, lastBatch: '', asks: [] };
  const write = (processId: string) =>
    commitBatch(db, new Map([['tallies', tally]]), [entry], {
      batch: { _id: processId, batch: 1, at: new Date(), records: [] },
      replaces: replacing(processId, 0),
    });

  await write('p8');
  await expect(write('p9')).rejects.toBeInstanceOf(Conflict);
  expect(await db.outbox.findOne({ _id: 'p9' })).toBeNull();
});

test('a process that died in the middle of a transaction holds nobody up for long', async () => {
  const dead = await openTallies(servers);
  const session = await dead.session();
  session.startTransaction();
  await testLine(db, 'p10').do('A/held', { type: 'Add', amount: 1 });
  await dead.of('tallies').updateOne({ _id: 'A/held' }, { $set: { version: 7 } }, { session });

  const began = Date.now();
  const outcome = await testLine(db, 'p11').do('A/held', { type: 'Add', amount: 1 });

  expect(outcome).toMatchObject({ is: 'done', version: 2 });
  expect(Date.now() - began).toBeLessThan(40_000);
  await session.endSession();
  await dead.close();
});
