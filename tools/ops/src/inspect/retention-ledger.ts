import { createHash } from 'node:crypto';
import type mongoose from 'mongoose';

export const ledgerNames = ['retentionHolds', 'retentionRuns', 'retentionProofs'] as const;

/** What may not be erased, whatever the table says: an application, a mandate, or all of a person. */
export interface Hold {
  readonly _id: string;
  readonly operator: string;
  readonly reason: string;
  readonly at: Date;
}

/** One erasing, from the moment it was asked for; interrupted, the next goes on with it by the same table and the same moment. */
export interface RetentionRun {
  readonly _id: string;
  /** The version of the table. */
  readonly table: string;
  readonly asOf: Date;
  readonly operator: string;
  readonly reason: string;
  readonly startedAt: Date;
  readonly finishedAt?: Date;
}

/** That something was erased: what kind of document, by which law, and a hash of its id, by which it can be asked for. */
export interface Proof {
  readonly run: string;
  readonly hash: string;
  readonly collection: string;
  readonly law: string;
  readonly at: Date;
  /** Documents by collection, those that belonged to it counted. */
  readonly erased: Readonly<Record<string, number>>;
}

export const hashOf = (collection: string, id: string): string =>
  createHash('sha256').update(`${collection}/${id}`).digest('hex');

/** Kept in the database of applications. */
export interface RetentionLedger {
  holds(): Promise<readonly Hold[]>;
  hold(hold: Hold): Promise<void>;
  /** False when there was none. */
  release(id: string): Promise<boolean>;
  openRun(): Promise<RetentionRun | undefined>;
  begin(run: RetentionRun): Promise<void>;
  finish(run: string, at: Date): Promise<void>;
  /** Counts what was erased; written before anything is, with nothing counted, and again after each part. */
  prove(proof: Proof): Promise<void>;
  proofs(of: { readonly run: string } | { readonly hashes: readonly string[] }): Promise<readonly Proof[]>;
}

type StoredProof = Proof & { readonly _id: string };

export function retentionLedger(db: mongoose.mongo.Db): RetentionLedger {
  const holds = db.collection<Hold>('retentionHolds');
  const runs = db.collection<RetentionRun>('retentionRuns');
  const proofs = db.collection<StoredProof>('retentionProofs');
  return {
    holds: () => holds.find().sort({ _id: 1 }).toArray(),
    async hold(hold) {
      await holds.replaceOne({ _id: hold._id }, hold, { upsert: true });
    },
    release: async (_id) => (await holds.deleteOne({ _id })).deletedCount > 0,
    openRun: async () => (await runs.findOne({ finishedAt: { $exists: false } })) ?? undefined,
    async begin(run) {
      await runs.insertOne(run);
    },
    async finish(_id, finishedAt) {
      await runs.updateOne({ _id }, { $set: { finishedAt } });
    },
    async prove({ run, hash, erased, ...proof }) {
      const counts = Object.entries(erased).map(([name, n]) => [`erased.${name}`, n] as const);
      await proofs.updateOne(
        { _id: `${run}/${hash}` },
        { $setOnInsert: { run, hash, ...proof }, ...(counts.length > 0 && { $inc: Object.fromEntries(counts) }) },
        { upsert: true },
      );
    },
    async proofs(of) {
      const filter = 'run' in of ? { run: of.run } : { hash: { $in: [...of.hashes] } };
      const found = await proofs.find(filter, { projection: { _id: 0 } }).toArray();
      return found.map((proof) => ({ ...proof, erased: (proof as Partial<Proof>).erased ?? {} }));
    },
  };
}
