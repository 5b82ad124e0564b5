import type { MongoClient } from './driver';

const synchronizeEveryMs = 30_000;

export interface ServerClock {
  /** Milliseconds since 1970, by the database server's clock. */
  now(): number;
  stop(): void;
}

/**
 * The database server's clock, read every 30 s and advanced by this process's monotonic clock in between. Processes on
 * machines whose clocks are wrong agree on the age of a document, and setting a machine's clock changes nothing.
 */
export async function openServerClock(client: MongoClient): Promise<ServerClock> {
  let aheadMs = 0;
  const synchronize = async () => {
    const before = performance.now();
    const { localTime } = await client.db('admin').command({ hello: 1 });
    aheadMs = (localTime as Date).getTime() - (before + performance.now()) / 2;
  };
  await synchronize();
  const timer = setInterval(() => void synchronize().catch(() => undefined), synchronizeEveryMs).unref();
  return { now: () => performance.now() + aheadMs, stop: () => clearInterval(timer) };
}
