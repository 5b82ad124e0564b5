import mongoose from 'mongoose';
import { casework } from '@lianban/protos';
import { isRefusal } from '@lianban/model';
import type { BatchPorts } from '../src/run-batch';
import { tally, openTallies, testLine, Servers, upTo } from '@lianban/testing';
import type { Database } from '../src/database';
import { commitBatch } from '../src/commit';

const servers = new Servers();
let db: Database;
beforeAll(async () => {
  db = await openTallies(servers);
});
afterAll(async () => {
  await db.close();
  await servers.close();
});

const bytesOf = (records: readonly { value: Buffer }[]) => records.reduce((sum, { value }) => sum + value.length, 0);

async function transactionsOf(act: () => Promise<unknown>): Promise<number> {
  // Not the server's own counter: other tests commit there at the same time.
  const committed = jest.spyOn(mongoose.mongo.ClientSession.prototype, 'commitTransaction');
  try {
    await act();
    return committed.mock.calls.length;
  } finally {
    committed.mockRestore();
  }
}

test('300 commands at once are a few transactions', async () => {
  const process = testLine(db, 'group');

  const transactions = await transactionsOf(() =>
    Promise.all(upTo(300).map((n) => process.do(`G/${n % 50}`, { type: 'Add', amount: 1 }))),
  );

  expect(transactions).toBeLessThanOrEqual(5);
  expect(process.sent).toHaveLength(300);
});

test('with batches of one every command is a transaction', async () => {
  const process = testLine(db, 'singles', undefined, { maxCommands: 1 });

  const transactions = await transactionsOf(() =>
    Promise.all(upTo(50).map((n) => process.do(`S/${n % 50}`, { type: 'Add', amount: 1 }))),
  );

  expect(transactions).toBe(50);
});

test('a command that spans two documents changes both or none, also when its commit fails', async () => {
  let fails = true;
  const failing: NonNullable<BatchPorts['commit']> = async (database, kinds, changed, outbox) => {
    if (!fails) return commitBatch(database, kinds, changed, outbox);
    fails = false;
    // The second document is written as if it were there already, which it is not.
    return commitBatch(database, kinds, [changed[0]!, { ...changed[1]!, loaded: 7 }], outbox);
  };
  const process = testLine(db, 'span', failing);
  const totals = async () => (await db.of('tallies').find({ _id: /^T\// }).toArray()).map(({ state }) => state);
  const seen: unknown[] = [];
  const watch = setInterval(() => void totals().then((found) => seen.push(found.length)), 1);

  const outcome = await process.do('T/a', { type: 'Add', amount: 3, passTo: 'T/b' });
  clearInterval(watch);

  expect(outcome).toMatchObject({ is: 'done' });
  expect(fails).toBe(false);
  expect(await totals()).toEqual([expect.objectContaining({ total: 3 }), expect.objectContaining({ total: 2 })]);
  expect(seen).not.toContain(1);
  const refused = await process.do('T/c', { type: 'Add', amount: 1, passTo: 'T/d' });
  expect(refused.is === 'refused' && isRefusal(refused.refusal)).toBe(true);
  expect(await totals()).toHaveLength(2);
});

test('a batch whose records would not fit into one document is taken apart, and stays in order', async () => {
  const reason = 'x'.repeat(450_000);
  const announce = { ...tally.announce, Added: () => ({ type: casework.v1.ClockPaused, value: { reason } }) };
  let largest = 0;
  const weigh: typeof commitBatch = (database, kinds, changed, outbox) => {
    largest = Math.max(largest, bytesOf(outbox.batch.records));
    return commitBatch(database, kinds, changed, outbox);
  };
  const process = testLine(db, 'large', weigh, { of: { ...tally, announce } });

  const outcomes = await Promise.all(upTo(40).map((amount) => process.do('L/x', { type: 'Add', amount })));

  expect(largest).toBeLessThan(5_000_000);
  expect(outcomes.every(({ is }) => is === 'done')).toBe(true);
  expect(process.sent.map(({ headers }) => headers['ce_sequence'])).toEqual(upTo(40).map(String));
});
