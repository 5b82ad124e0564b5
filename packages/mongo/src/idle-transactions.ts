import mongoose from 'mongoose';
import type { MongoClient } from './driver';

/** A transaction that has done nothing for so long has lost its process, or its process hangs. */
const stuckAfterMs = 2_000;

/**
 * Ends transactions that a service left open, and returns how many. The server would keep their locks for a minute, and so
 * hold up everybody who needs one of their documents. Whoever opened one and lives after all decides its batch again.
 * Needs no privilege: a user sees and ends sessions of its own.
 * @param appName which service's connections, as given to `openDatabase`
 */
export async function endStuckTransactions(client: MongoClient, appName: string): Promise<number> {
  const admin = client.db('admin');
  const stuck = {
    appName,
    active: false,
    'transaction.timeInactiveMicros': { $gt: stuckAfterMs * 1_000 },
  };
  const operations = [{ $currentOp: { allUsers: false, idleSessions: true } }, { $match: stuck }];
  // What runs now is nobody's majority: the stage allows no other read concern.
  const options = { readConcern: { level: 'local' } } as const;
  const found = await admin.aggregate<{ lsid: { id: unknown } }>(operations, options).toArray();
  if (found.length > 0) await admin.command({ killSessions: found.map(({ lsid }) => ({ id: lsid.id })) });
  return found.length;
}

const waitMs = 1_500;
const mostTries = 5;
const timeExpired = 50;

/**
 * A write of its own waits for every transaction that is open on its document. One that waits for long has met a dead
 * process's: that is ended, and the write tried again.
 */
export async function unhindered<T>(
  db: { endStuckTransactions(): Promise<number> },
  write: (options: { maxTimeMS: number }) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await write({ maxTimeMS: waitMs });
    } catch (error) {
      const isHindered = error instanceof mongoose.mongo.MongoServerError && error.code === timeExpired;
      if (!isHindered || tries >= mostTries) throw error;
      await db.endStuckTransactions();
    }
  }
}
