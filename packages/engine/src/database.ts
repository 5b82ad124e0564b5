import mongoose, { type ClientSession, type Connection, Schema } from 'mongoose';
import type { AnyKind } from '@lianban/model';
import type { OutboxDocument, Stored } from './document';
import { type Collection, type Files, gridFiles, openServerClock, endStuckTransactions } from '@lianban/mongo';

export interface Database {
  readonly connection: Connection;
  readonly outbox: Collection<OutboxDocument>;
  readonly parked: Collection<ParkedKey>;
  readonly counters: Collection<{ _id: string; next: number }>;
  readonly files: Files;
  /** Batches published by others than their owners, kept a day for an owner that never heard of its commit. */
  readonly takenOver: Collection<{ _id: string; at: Date }>;
  of(kind: string): Collection<Stored>;
  session(): Promise<ClientSession>;
  /** Ends transactions that processes of this service left open when they died; returns how many. */
  endStuckTransactions(): Promise<number>;
  isUp(): boolean;
  /** Milliseconds since 1970 by the server's clock, which every process shares. */
  now(): number;
  close(): Promise<void>;
}

/** A key whose record could not be applied: it and everything after it waits here, in order. */
export interface ParkedKey {
  readonly _id: string;
  readonly topic: string;
  readonly partition: number;
  readonly key: string;
  readonly reason: string;
  readonly at: Date;
  /** An operator sets it: the owner of the partition then applies the records again, in order. */
  readonly release?: boolean;
  /** Offsets an operator gave up: they count in the sequence and have no effect. */
  readonly skip?: readonly string[];
  readonly records: readonly {
    readonly offset: string;
    readonly timestamp: number;
    readonly value: Buffer | null;
    readonly headers: Record<string, string>;
  }[];
}

const bookkeeping = {
  _id: { type: String, required: true },
  version: { type: Number, required: true },
  state: { type: Schema.Types.Mixed, required: true },
  seen: { type: Schema.Types.Mixed, required: true },
  sent: { type: Schema.Types.Mixed, required: true },
  lastBatch: { type: String },
  asks: { type: [Schema.Types.Mixed] },
  wakeAt: { type: Date, default: null },
  askAt: { type: Date, default: null },
  expiresAt: { type: Date },
};

function schemaOf(kind: AnyKind): Schema {
  const schema = new Schema(bookkeeping, { collection: kind.name, minimize: false, versionKey: false, strict: true });
  schema.index({ wakeAt: 1 }, { partialFilterExpression: { wakeAt: { $type: 'date' } } });
  schema.index({ askAt: 1 }, { partialFilterExpression: { askAt: { $type: 'date' } } });
  if (kind.needsOperator)
    schema.index(Object.fromEntries(Object.keys(kind.needsOperator).map((field) => [field, 1])), {
      partialFilterExpression: kind.needsOperator,
    });
  if (kind.keepMs !== undefined) schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  for (const { fields, name, unique, partial } of kind.indexes ?? [])
    schema.index(
      { ...fields },
      {
        ...(name ? { name } : {}),
        ...(unique ? { unique } : {}),
        ...(partial ? { partialFilterExpression: partial } : {}),
      },
    );
  return schema;
}

/** Connects to one service's database and makes its indexes. Writes are majority-committed and journaled. */
export async function openDatabase(url: string, name: string, kinds: readonly AnyKind[]): Promise<Database> {
  const connection = mongoose.createConnection(url, {
    dbName: name,
    appName: name,
    autoIndex: false,
    maxPoolSize: 20,
    serverSelectionTimeoutMS: 5_000,
    // Also how long a server may leave a heartbeat unanswered before what waits for it is given up.
    connectTimeoutMS: 10_000,
    ignoreUndefined: true,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    retryWrites: true,
  });
  try {
    await connection.asPromise();
    return await prepare(connection, name, kinds);
  } catch (error) {
    await connection.destroy().catch(() => undefined);
    throw error;
  }
}

async function prepare(connection: Connection, name: string, kinds: readonly AnyKind[]): Promise<Database> {
  let up = true;
  const client = connection.getClient();
  client.on('topologyDescriptionChanged', ({ newDescription: { servers } }) => {
    up = [...servers.values()].some((server) => server.isWritable);
  });
  const native = client.db(name);
  const collections = new Map<string, Collection<Stored>>();
  for (const kind of kinds) {
    const model = connection.model(kind.name, schemaOf(kind));
    await model.createCollection();
    await model.createIndexes();
    collections.set(kind.name, native.collection<Stored>(kind.name));
  }
  const clock = await openServerClock(client);
  const outbox = native.collection<OutboxDocument>('outbox');
  await outbox.createIndex({ at: 1 });
  const takenOver = native.collection<{ _id: string; at: Date }>('takenOver');
  await takenOver.createIndex({ at: 1 }, { expireAfterSeconds: 24 * 60 * 60 });
  return {
    connection,
    outbox,
    takenOver,
    files: gridFiles(native),
    parked: native.collection<ParkedKey>('parked'),
    counters: native.collection<{ _id: string; next: number }>('counters'),
    of: (kind) => collections.get(kind) ?? unknown(kind, name),
    session: () => connection.startSession(),
    endStuckTransactions: () => endStuckTransactions(client, name),
    isUp: () => up,
    now: clock.now,
    close: () => {
      clock.stop();
      return connection.close();
    },
  };
}

const unknown = (kind: string, database: string): never => {
  throw new Error(`no collection "${kind}" in database ${database}`);
};
