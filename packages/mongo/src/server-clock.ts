import type { MongoClient } from './driver';

const keptEveryMs = 30_000;

export interface ServerClock {
  /** Milliseconds since 1970, by the database server's clock. */
  now(): number;
  stop(): void;
}

/**
 * The database server's clock, asked every 30 s and followed by this process's steady clock in between: processes on
 * machines whose clocks are wrong agree on how old something is, and somebody who sets a machine's clock changes nothing.
 */
export async function openServerClock(client: MongoClient): Promise<ServerClock> {
  let aheadMs = 0;
  const keepStep = async () => {
    const before = performance.now();
    const { localTime } = await client.db('admin').command({ hello: 1 });
    aheadMs = (localTime as Date).getTime() - (before + performance.now()) / 2;
  };
  await keepStep();
  const timer = setInterval(() => void keepStep().catch(() => undefined), keptEveryMs).unref();
  return { now: () => performance.now() + aheadMs, stop: () => clearInterval(timer) };
}
