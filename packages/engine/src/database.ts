import mongoose, { type ClientSession, type Connection, Schema } from 'mongoose';
import type { AnyAggregate } from '@lianban/model';
import type { StoredDocument } from './document';
import type { OutboxDocument } from './outbox-format';
import { type Collection, type FileStore, gridFileStore, openServerClock, killIdleTransactions } from '@lianban/mongo';
import { type DocumentSeals, type Sealing, documentSeals, inTheClear, sealedFiles } from '@lianban/vault';

export interface Database {
  readonly connection: Connection;
  readonly outbox: Collection<OutboxDocument>;
  readonly parked: Collection<ParkedKey>;
  readonly counters: Collection<{ _id: string; next: number }>;
  readonly files: FileStore;
  /** Batches published by another process, kept a day for an owner that had no answer to its commit. */
  readonly republishedBatches: Collection<{ _id: string; at: Date }>;
  /** What is sealed of documents; whoever reads them past `of` opens them by it. */
  readonly seals: DocumentSeals;
  of(aggregate: string): Collection<StoredDocument>;
  session(): Promise<ClientSession>;
  /** Kills the transactions that dead processes of this service left open; returns how many. */
  killIdleTransactions(): Promise<number>;
  isUp(): boolean;
  /** Milliseconds since 1970 by the server's clock, which every process shares. */
  now(): number;
  close(): Promise<void>;
}

/** A key whose record could not be applied: the record and all later ones of the key wait here, in order. */
export interface ParkedKey {
  readonly _id: string;
  readonly topic: string;
  readonly partition: number;
  readonly key: string;
  readonly reason: string;
  readonly at: Date;
  /** Set by an operator: the process that owns the partition then applies the records again, in order. */
  readonly release?: boolean;
  /** Offsets an operator passed over: they advance the sequence and have no effect. */
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

function schemaOf(aggregate: AnyAggregate): Schema {
  const schema = new Schema(bookkeeping, {
    collection: aggregate.name,
    minimize: false,
    versionKey: false,
    strict: true,
  });
  schema.index({ wakeAt: 1 }, { partialFilterExpression: { wakeAt: { $type: 'date' } } });
  schema.index({ askAt: 1 }, { partialFilterExpression: { askAt: { $type: 'date' } } });
  if (aggregate.needsOperator)
    schema.index(Object.fromEntries(Object.keys(aggregate.needsOperator).map((field) => [field, 1])), {
      partialFilterExpression: aggregate.needsOperator,
    });
  if (aggregate.keepMs !== undefined) schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  for (const { fields, name, unique, partial } of aggregate.indexes ?? [])
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
export async function openDatabase(
  url: string,
  name: string,
  aggregates: readonly AnyAggregate[],
  sealing?: Sealing,
): Promise<Database> {
  const connection = mongoose.createConnection(url, {
    dbName: name,
    appName: name,
    autoIndex: false,
    maxPoolSize: 20,
    serverSelectionTimeoutMS: 5_000,
    // Also how long a server may leave a heartbeat unanswered before its operations fail.
    connectTimeoutMS: 10_000,
    ignoreUndefined: true,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    retryWrites: true,
  });
  try {
    await connection.asPromise();
    return await prepare(connection, name, aggregates, sealing);
  } catch (error) {
    await connection.destroy().catch(() => undefined);
    throw error;
  }
}

async function prepare(
  connection: Connection,
  name: string,
  aggregates: readonly AnyAggregate[],
  sealing?: Sealing,
): Promise<Database> {
  let up = true;
  const client = connection.getClient();
  client.on('topologyDescriptionChanged', ({ newDescription: { servers } }) => {
    up = [...servers.values()].some((server) => server.isWritable);
  });
  const native = client.db(name);
  const collections = new Map<string, Collection<StoredDocument>>();
  for (const aggregate of aggregates) {
    const model = connection.model(aggregate.name, schemaOf(aggregate));
    await model.createCollection();
    await model.createIndexes();
    collections.set(aggregate.name, native.collection<StoredDocument>(aggregate.name));
  }
  const clock = await openServerClock(client);
  const outbox = native.collection<OutboxDocument>('outbox');
  await outbox.createIndex({ at: 1 });
  const republishedBatches = native.collection<{ _id: string; at: Date }>('takenOver');
  await republishedBatches.createIndex({ at: 1 }, { expireAfterSeconds: 24 * 60 * 60 });
  return {
    connection,
    outbox,
    republishedBatches,
    files: sealing ? sealedFiles(gridFileStore(native), sealing.vault, sealing.writes) : gridFileStore(native),
    seals: sealing ? documentSeals(sealing.vault, aggregates, sealing.writes) : inTheClear,
    parked: native.collection<ParkedKey>('parked'),
    counters: native.collection<{ _id: string; next: number }>('counters'),
    of: (aggregate) => collections.get(aggregate) ?? unknown(aggregate, name),
    session: () => connection.startSession(),
    killIdleTransactions: () => killIdleTransactions(client, name),
    isUp: () => up,
    now: clock.now,
    close: () => {
      clock.stop();
      return connection.close();
    },
  };
}

const unknown = (aggregate: string, database: string): never => {
  throw new Error(`no collection "${aggregate}" in database ${database}`);
};
