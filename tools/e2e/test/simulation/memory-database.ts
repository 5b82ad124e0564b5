import mongoose from 'mongoose';
import type { Database } from '@lianban/engine';
import { inTheClear } from '@lianban/vault';
import { matches, updated } from './query';
import type { Schedule } from './schedule';
import { type MemoryDocument, Transaction } from './transaction';

const { MongoNetworkError, MongoServerError } = mongoose.mongo;

type MemoryCollection = Map<string, MemoryDocument>;
interface Within {
  readonly session?: Transaction;
  readonly upsert?: boolean;
}

const lost = () => new MongoNetworkError('connection closed');
const duplicateKey = (collection: string) =>
  new MongoServerError({
    message: `E11000 duplicate key error collection: ${collection} index: _id_ dup key`,
    code: 11000,
  });
const stuckAfterMs = 2_000;

/**
 * One service's database in memory. A transaction locks its documents until it ends, as MongoDB's does; the transaction of
 * a dead process stays open until another process ends it.
 */
export class MemoryDatabase {
  private readonly collections = new Map<string, MemoryCollection>();
  private readonly open = new Set<Transaction>();

  constructor(private readonly schedule: Schedule) {}

  all<T extends MemoryDocument = MemoryDocument>(name: string): T[] {
    return [...this.collection(name).values()] as T[];
  }

  get<T extends MemoryDocument = MemoryDocument>(name: string, id: string): T | undefined {
    return this.collection(name).get(id) as T | undefined;
  }

  private collection(name: string): MemoryCollection {
    const found = this.collections.get(name) ?? new Map<string, MemoryDocument>();
    this.collections.set(name, found);
    return found;
  }

  private holder(name: string, id: string): Transaction | undefined {
    return [...this.open].find((transaction) => transaction.holds(name, id));
  }

  /** Writes at once, or in the transaction. If another one holds the document, a transaction fails and a plain write times out. */
  private put(name: string, id: string, document: MemoryDocument | undefined, session?: Transaction): void {
    const holder = this.holder(name, id);
    if (holder && holder !== session)
      throw session
        ? new MongoServerError({ message: 'write conflict', code: 112 })
        : new MongoServerError({ message: 'waited too long', code: 50 });
    if (session) return session.write(name, id, document);
    if (document) this.collection(name).set(id, document);
    else this.collection(name).delete(id);
  }

  private replace(name: string, filter: MemoryDocument, document: MemoryDocument, { session, upsert }: Within): number {
    const found = this.get(name, filter._id);
    const fits = found && matches(found, filter);
    if (!fits && found && upsert) throw duplicateKey(name);
    if (!fits && !upsert) return 0;
    this.put(name, filter._id, document, session);
    return 1;
  }

  private change(name: string, filter: object, update: object, upsert: boolean): number {
    const [found] = this.all(name).filter((each) => matches(each, filter));
    const { _id } = filter as MemoryDocument;
    if (!found && (!upsert || this.get(name, _id))) return 0;
    this.put(name, _id, updated(found ?? { _id }, update, !found));
    return found ? 1 : 0;
  }

  /** The database as one process sees it. */
  openFor(process: string): Database {
    const op = <T>(act: () => T) => this.schedule.op(process, act, lost);
    const of = (name: string) => ({
      find: (filter: object, options: { limit?: number } = {}) => {
        let most = options.limit ?? Infinity;
        const cursor = {
          sort: () => cursor,
          limit: (n: number) => ((most = n), cursor),
          toArray: () =>
            op(() =>
              this.all(name)
                .filter((each) => matches(each, filter))
                .slice(0, most),
            ),
        };
        return cursor;
      },
      findOne: (filter: object) => op(() => this.all(name).find((each) => matches(each, filter)) ?? null),
      countDocuments: (filter: object) => op(() => this.all(name).filter((each) => matches(each, filter)).length),
      replaceOne: (filter: MemoryDocument, document: MemoryDocument, within: Within) =>
        op(() => {
          within.session?.used();
          return { matchedCount: this.replace(name, filter, document, within) };
        }),
      updateOne: (filter: object, update: object, { upsert = false }: Within = {}) =>
        op(() => ({ modifiedCount: this.change(name, filter, update, upsert) })),
      updateMany: (filter: { _id: { $in: string[] } }, update: object) =>
        op(() => filter._id.$in.forEach((_id) => this.change(name, { ...filter, _id }, update, false))),
      findOneAndUpdate: (filter: MemoryDocument, update: object) =>
        op(() => (this.change(name, filter, update, true), this.get(name, filter._id))),
      deleteOne: (filter: MemoryDocument) =>
        op(() => {
          const found = this.get(name, filter._id);
          if (!found || !matches(found, filter)) return { deletedCount: 0 };
          this.put(name, filter._id, undefined);
          return { deletedCount: 1 };
        }),
      bulkWrite: (operations: readonly Bulk[], { session }: { session: Transaction }) =>
        op(() => {
          session.used();
          let matchedCount = 0;
          for (const { insertOne, updateOne } of operations) {
            if (insertOne && this.get(name, insertOne.document._id)) throw duplicateKey(name);
            if (insertOne) this.put(name, insertOne.document._id, insertOne.document, session);
            const found = updateOne && this.get(name, updateOne.filter._id);
            if (!found || !matches(found, updateOne.filter)) continue;
            this.put(name, found._id, updated(found, updateOne.update, false), session);
            matchedCount++;
          }
          return { matchedCount };
        }),
    });
    const session = () => {
      const ended = () => this.open.delete(transaction);
      const apply = (name: string, id: string, document: MemoryDocument | undefined) => {
        if (document) this.collection(name).set(id, document);
        else this.collection(name).delete(id);
      };
      const transaction = new Transaction({ op, apply, began: () => this.open.add(transaction), ended });
      return transaction;
    };
    return {
      outbox: of('outbox'),
      republishedBatches: of('takenOver'),
      parked: of('parked'),
      counters: of('counters'),
      of,
      seals: inTheClear,
      session: async () => session(),
      killIdleTransactions: () => op(() => this.endStuck()),
      now: () => Date.now(),
    } as unknown as Database;
  }

  private endStuck(): number {
    const stuck = [...this.open].filter(({ usedAt }) => Date.now() - usedAt > stuckAfterMs);
    for (const transaction of stuck) transaction.end();
    return stuck.length;
  }
}

interface Bulk {
  readonly insertOne?: { readonly document: MemoryDocument };
  readonly updateOne?: { readonly filter: MemoryDocument; readonly update: object };
}
