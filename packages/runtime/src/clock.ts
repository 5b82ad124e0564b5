import { pause } from '@lianban/backoff';
import mongoose from 'mongoose';
import type { Config } from './config';
import type { Database } from '@lianban/engine';

/** The time of the city: the database server's clock, plus the offset that time travel has set on a local stack. */
export interface Clock {
  now(): Date;
  /** The database server's own time, without time travel: for timestamps that processes compare with each other. */
  serverNow(): Date;
  stop(): void;
}

const collection = 'clock';
const databaseName = (prefix: string) => `${prefix}lianban-clock`;

/** The offset of time travel: `beforeMs` until `from`, by the server's clock, then `offsetMs`. */
interface Offset {
  _id: string;
  offsetMs: number;
  beforeMs?: number;
  from?: Date;
}

/**
 * Opens the clock. It follows the database server, so setting a machine's clock moves no deadline. With time travel every
 * process also reads the offset twice a second, and all of them apply a new one at the same moment. Time never goes back.
 */
export async function openClock(
  db: Pick<Database, 'connection' | 'now'>,
  config: Pick<Config, 'timeTravel' | 'mongo'>,
): Promise<Clock> {
  const client = db.connection.getClient();
  const offsets = client.db(databaseName(config.mongo.dbPrefix)).collection<Offset>(collection);
  let offset = { offsetMs: 0, beforeMs: 0, from: 0 };
  let latest = 0;
  let begun = false;
  const readOffset = async () => {
    const found = await offsets.findOne({ _id: 'city' });
    if (!found) return;
    // The services of a new stack start before its time is set, and may have used the machine's: start again from the setting.
    if (!begun) latest = 0;
    begun = true;
    const { offsetMs, beforeMs = offsetMs, from } = found;
    offset = { offsetMs, beforeMs, from: from?.getTime() ?? 0 };
  };
  let timer: NodeJS.Timeout | undefined;
  if (config.timeTravel) {
    await readOffset();
    timer = setInterval(() => void readOffset().catch(() => undefined), lookAgainMs).unref();
  }
  const now = () => {
    const serverMs = db.now();
    const movedMs = serverMs < offset.from ? offset.beforeMs : offset.offsetMs;
    latest = Math.max(latest, Math.floor(serverMs + movedMs));
    return new Date(latest);
  };
  return { now, serverNow: () => new Date(db.now()), stop: () => clearInterval(timer) };
}

const lookAgainMs = 500;
// By then every process has read the new offset.
const agreedAfterMs = 800;
const furthestMs = 100 * 366 * 24 * 60 * 60 * 1000;

/** A step back is refused: deadlines would fall due twice. */
export class ClockError extends Error {}

async function withOffsets<T>(
  url: string,
  dbPrefix: string,
  use: (offsets: mongoose.mongo.Collection<Offset>) => Promise<T>,
): Promise<T> {
  const client = await new mongoose.mongo.MongoClient(url).connect();
  try {
    return await use(client.db(databaseName(dbPrefix)).collection<Offset>(collection));
  } finally {
    await client.close();
  }
}

/** Moves a local stack's time forward by `ms`, and returns the time once it is so. @throws ClockError for a step back */
export async function moveClock(url: string, dbPrefix: string, ms: number): Promise<Date> {
  if (!(ms >= 0 && ms <= furthestMs))
    throw new ClockError(
      'The clock moves forward only, by at most a hundred years: give milliseconds that are not negative.',
    );
  return withOffsets(url, dbPrefix, async (offsets) => {
    const beforeMs = { $ifNull: ['$offsetMs', 0] };
    const moved = await offsets.findOneAndUpdate(
      { _id: 'city' },
      [{ $set: { beforeMs, offsetMs: { $add: [beforeMs, ms] }, from: { $add: ['$$NOW', agreedAfterMs] } } }],
      { upsert: true, returnDocument: 'after' },
    );
    await pause(agreedAfterMs);
    return new Date(Date.now() + (moved?.offsetMs ?? 0));
  });
}

/** Sets a new local stack's clock to `at`, once; a stack that already has a time keeps it. */
export async function startClockAt(url: string, dbPrefix: string, at: Date): Promise<Date> {
  return withOffsets(url, dbPrefix, async (offsets) => {
    await offsets.updateOne(
      { _id: 'city' },
      { $setOnInsert: { offsetMs: at.getTime() - Date.now() } },
      { upsert: true },
    );
    return new Date(Date.now() + ((await offsets.findOne({ _id: 'city' }))?.offsetMs ?? 0));
  });
}
