import { pause } from '@lianban/backoff';
import mongoose from 'mongoose';
import type { Config } from './config';
import type { Database } from '@lianban/engine';

/** The time of the city: the database server's clock, and on a local stack as far ahead as somebody moved it. */
export interface Clock {
  now(): Date;
  /** The database server's own time, which nobody moves: what processes compare with each other is dated by it. */
  serverNow(): Date;
  stop(): void;
}

const collection = 'clock';
const databaseName = (prefix: string) => `${prefix}lianban-clock`;

/** How far time was moved: `beforeMs` until `from`, by the server's clock, then `offsetMs`. */
interface Offset {
  _id: string;
  offsetMs: number;
  beforeMs?: number;
  from?: Date;
}

/**
 * By the database server's clock, so that setting a machine's clock moves no deadline. On a local stack every process also
 * reads, twice a second, how far time was moved; all of them change over at one moment. Time never goes back.
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
    // A new stack's services run before its time is set, and may have looked at the machine's: it begins with the setting.
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
// By then every process knows of the move.
const agreedAfterMs = 800;
const furthestMs = 100 * 366 * 24 * 60 * 60 * 1000;

/** Refused: a clock that can be moved back would make deadlines come true twice. */
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
