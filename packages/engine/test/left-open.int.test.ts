import mongoose from 'mongoose';
import { DurableRequests } from '../src/durable-requests';
import type { Database } from '../src/database';
import { openTallies, testLine, Servers, mongoUrl, until } from '@lianban/testing';

const servers = new Servers();
let db: Database;
const dead: mongoose.mongo.MongoClient[] = [];
beforeAll(async () => {
  db = await openTallies(servers);
});
afterAll(async () => {
  await Promise.all(dead.map((client) => client.close()));
  await db.close();
  await servers.close();
});

const longAgo = () => new Date(Date.now() - 60_000);

/** A process of this service that died with a transaction open, in which it had changed one document. */
async function dieWithin(collection: string, _id: string): Promise<void> {
  const name = `${servers.prefix}lines`;
  const client = await new mongoose.mongo.MongoClient(mongoUrl, { appName: name }).connect();
  dead.push(client);
  const session = client.startSession();
  session.startTransaction();
  await client
    .db(name)
    .collection<{ _id: string }>(collection)
    .updateOne({ _id }, { $set: { touched: true } }, { session });
}

test('an outbox whose owner died in its next commit is published and taken away, without the minute the server waits', async () => {
  await db.outbox.insertOne({ _id: 'dead', batch: 1, at: longAgo(), records: [] });
  await dieWithin('outbox', 'dead');
  const heir = testLine(db, 'heir');
  await heir.relay.sweep();
  expect(await db.outbox.findOne({ _id: 'dead' })).toBeNull();
}, 45_000);

test('a question whose process died in a commit of its document is taken up, without the minute the server waits', async () => {
  const ask = { id: '1.0', name: 'means', input: {}, deadlineAt: new Date(Date.now() + 60_000) };
  const bookkeeping = { version: 1, state: {}, seen: {}, sent: {}, lastBatch: '', wakeAt: null };
  await db.of('tallies').insertOne({ _id: 'A/asked', ...bookkeeping, asks: [ask], askAt: longAgo() });
  await dieWithin('tallies', 'A/asked');
  const asked: unknown[] = [];
  const asker = new DurableRequests({
    db,
    failureOf: () => ({ code: 'UNAVAILABLE', mayPass: true }),
    aggregates: ['tallies'],
    requests: {},
    call: () => Promise.reject(new Error('nobody is asked here')),
    queue: { enqueue: () => Promise.reject(new Error('nothing is learnt here')) },
    now: () => new Date(),
    log: { error: (what: { question: unknown }) => asked.push(what.question) } as never,
  });
  await asker.sweep();
  await until('it is taken up', () => asked.includes('means'), 40_000);
}, 45_000);
