import mongoose from 'mongoose';
import type { MongoClient } from './driver';

/** A transaction idle for longer has lost its process, or its process hangs. */
const idleAfterMs = 2_000;

/**
 * Kills the transactions a service left open, and returns how many. The server would hold their locks for a minute and block
 * everybody who needs one of the documents. A process that is alive after all decides its batch again. Needs no privilege:
 * a user sees and kills its own sessions.
 * @param appName the service's connections, as given to `openDatabase`
 */
export async function killIdleTransactions(client: MongoClient, appName: string): Promise<number> {
  const admin = client.db('admin');
  const idle = {
    appName,
    active: false,
    'transaction.timeInactiveMicros': { $gt: idleAfterMs * 1_000 },
  };
  const operations = [{ $currentOp: { allUsers: false, idleSessions: true } }, { $match: idle }];
  // The stage allows no other read concern.
  const options = { readConcern: { level: 'local' } } as const;
  const found = await admin.aggregate<{ lsid: { id: unknown } }>(operations, options).toArray();
  if (found.length > 0) await admin.command({ killSessions: found.map(({ lsid }) => ({ id: lsid.id })) });
  return found.length;
}

const waitMs = 1_500;
const mostTries = 5;
const timeExpired = 50;

/**
 * A write outside a transaction waits for every open transaction on its document. After a lock timeout the transaction of a
 * dead process is killed, and the write is tried again.
 */
export async function retryOnLockTimeout<T>(
  db: { killIdleTransactions(): Promise<number> },
  write: (options: { maxTimeMS: number }) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await write({ maxTimeMS: waitMs });
    } catch (error) {
      const isLockTimeout = error instanceof mongoose.mongo.MongoServerError && error.code === timeExpired;
      if (!isLockTimeout || tries >= mostTries) throw error;
      await db.killIdleTransactions();
    }
  }
}
