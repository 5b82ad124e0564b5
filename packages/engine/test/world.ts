import mongoose from 'mongoose';
import { CommitUnknown, Conflict } from '@lianban/mongo';
import { inTheClear } from '@lianban/vault';
import type { Database } from '../src/database';
import type { StoredDocument } from '../src/document';
import { type OutboxDocument, type OutboxRecord, toStoredBatch } from '../src/outbox-format';
import type { Replaceable } from '../src/outbox';
import type { BatchPorts } from '../src/run-batch';

/** Chances that something goes wrong at one step, each between 0 and 1. */
export interface Faults {
  readonly crash: number;
  readonly lostAnswer: number;
}
const { MongoNetworkError, MongoServerError } = mongoose.mongo;
const taken = () => new MongoServerError({ message: 'E11000 duplicate key error index: _id_ dup key', code: 11000 });

/**
 * A database and a topic in memory, on which nothing happens until it is its turn. Whose turn it is, who dies, and which
 * answer is lost is up to `random`; so one seed is one history, and a bad one can be looked at again.
 */
export class World {
  readonly tallies = new Map<string, StoredDocument>();
  readonly outbox = new Map<string, OutboxDocument>();
  readonly republishedBatches = new Set<string>();
  readonly topic: OutboxRecord[] = [];
  readonly dead = new Set<string>();
  faults: Faults = { crash: 0, lostAnswer: 0 };
  private readonly locked = new Set<string>();
  private turns: (() => void)[] = [];

  constructor(readonly random: () => number) {}

  get isIdle(): boolean {
    return this.turns.length === 0;
  }

  /** Lets one of those who wait have their turn. */
  step(): void {
    const [turn] = this.turns.splice(Math.floor(this.random() * this.turns.length), 1);
    turn?.();
  }

  private happens(chance: number): boolean {
    return this.random() < chance;
  }

  /** Does `act` for a process when it is its turn; the process may die before or after, or never hear of it. */
  private op<T>(
    process: string,
    act: () => T,
    unheard: () => Error = () => new MongoNetworkError('lost'),
    begin: () => () => unknown = () => act,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      this.turns.push(() => {
        if (this.dead.has(process)) return;
        if (this.happens(this.faults.crash)) return void this.dead.add(process);
        if (this.happens(this.faults.lostAnswer)) {
          // What the server was told may still come true, now or a while later, or have been lost on the way.
          const end = this.quietly(begin);
          if (end) this.turns.push(() => this.quietly(end));
          if (this.happens(0.5)) this.step();
          return reject(unheard());
        }
        try {
          const value = act();
          if (this.happens(this.faults.crash)) return void this.dead.add(process);
          resolve(value);
        } catch (error) {
          reject(error as Error);
        }
      });
    });
  }

  /** Nobody is there to hear what it says. */
  private quietly<T>(act: () => T): T | undefined {
    try {
      return act();
    } catch {
      return undefined;
    }
  }

  /** The records reach the topic in their order, perhaps some of them several times; a dead sender's may come late. */
  send = (process: string, records: readonly OutboxRecord[]): Promise<void> =>
    this.op(process, () => {
      if (this.happens(0.2)) this.topic.push(...records.slice(0, Math.ceil(this.random() * records.length)));
      if (this.happens(this.faults.crash)) {
        this.turns.push(() => this.topic.push(...records));
        this.dead.add(process);
        return new Promise<void>(() => undefined);
      }
      this.topic.push(...records);
      return undefined;
    }).then((sent) => sent);

  /** One transaction. Between its writes and its end it keeps others from the documents it touched. */
  commit =
    (process: string): NonNullable<BatchPorts['commit']> =>
    (_db, _kinds, changed, { batch, replaces }) => {
      const touched = [replaces._id, ...changed.map(({ id }) => id)];
      const write = () => {
        if (touched.some((id) => this.locked.has(id)) || !this.mayReplace(replaces)) throw new Conflict('rival');
        for (const { id, loaded } of changed)
          if ((this.tallies.get(id)?.version ?? 0) !== loaded) throw new Conflict('document');
        return () => {
          this.outbox.set(batch._id, toStoredBatch(batch));
          for (const entry of changed)
            this.tallies.set(entry.id, { _id: entry.id, wakeAt: null, askAt: null, ...entry });
        };
      };
      const begin = () => {
        const commit = write();
        for (const id of touched) this.locked.add(id);
        return () => {
          for (const id of touched) this.locked.delete(id);
          if (this.happens(0.7)) commit();
        };
      };
      const act = () => write()();
      return this.op(process, act, () => new CommitUnknown('no answer'), begin);
    };

  private waitFor(id: string): void {
    if (this.locked.has(id)) throw new MongoServerError({ message: 'waited too long', code: 50 });
  }

  private mayReplace({ _id, $or: [{ batch }] }: Replaceable): boolean {
    const own = this.outbox.get(_id);
    return !own || own.fence === true || own.batch <= batch.$lte;
  }

  /** The part of a database that lines and relays use, as one process sees it. */
  databaseOf(process: string): Database {
    const many = <T>(read: () => T[]) => {
      const cursor = { sort: () => cursor, toArray: () => this.op(process, read) };
      return cursor;
    };
    const outbox = {
      findOne: ({ _id }: OutboxDocument) => this.op(process, () => this.outbox.get(_id) ?? null),
      find: (filter: { _id?: { $in: string[] } }) =>
        many(() => [...this.outbox.values()].filter(({ _id }) => !filter._id || filter._id.$in.includes(_id))),
      deleteOne: ({ _id, batch }: OutboxDocument) =>
        this.op(process, () => {
          this.waitFor(_id);
          if (this.outbox.get(_id)?.batch === batch) this.outbox.delete(_id);
        }),
      replaceOne: (replaces: Replaceable, document: OutboxDocument) =>
        this.op(process, () => {
          this.waitFor(replaces._id);
          if (!this.mayReplace(replaces)) throw taken();
          this.outbox.set(replaces._id, document);
        }),
    };
    const republishedBatches = {
      findOne: ({ _id }: { _id: string }) =>
        this.op(process, () => (this.republishedBatches.has(_id) ? { _id } : null)),
      updateOne: ({ _id }: { _id: string }) => this.op(process, () => void this.republishedBatches.add(_id)),
    };
    const tallies = {
      find: ({ _id }: { _id: { $in: string[] } }) =>
        many(() => _id.$in.flatMap((id) => (this.tallies.has(id) ? [this.tallies.get(id)!] : []))),
    };
    return {
      outbox,
      republishedBatches,
      of: () => tallies,
      seals: inTheClear,
      killIdleTransactions: async () => 0,
      now: Date.now,
    } as unknown as Database;
  }
}
