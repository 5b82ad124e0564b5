import type mongoose from 'mongoose';
import { type SealRun, askedRun, contentsName, ownByKey, sealRunsName } from '@lianban/vault';

/** How many of a collection are sealed under which key; "" are those without a seal: in the clear, or with nothing to seal. */
export type ByKey = Readonly<Record<string, number>>;

/** What is sealed in one service's database, and the runs that seal it. */
export interface SealInspector {
  runs(): Promise<readonly SealRun[]>;
  byKey(of: SealRun): Promise<ByKey>;
  /** Asks the service's processes for a run from the beginning. */
  ask(collection: string): Promise<void>;
  /** They stop after what they have in hand; a run that is asked to go on goes on there. */
  stop(collection: string): Promise<void>;
  goOn(collection: string): Promise<void>;
}

export function inspectSeals(db: mongoose.mongo.Db, now: () => number): SealInspector {
  const runs = db.collection<SealRun>(sealRunsName);
  const change = async (_id: string, set: Partial<SealRun>) => void (await runs.updateOne({ _id }, { $set: set }));
  return {
    runs: () => runs.find().sort({ _id: 1 }).toArray(),
    async byKey({ _id: collection, own }) {
      if (own) return ownByKey(db.collection(own.collection), own.at);
      const isFiles = collection === contentsName;
      // Of a file that was sealed later, the entry it is found by counts, not its copy.
      const first = isFiles ? [{ $match: { _id: { $not: /~/ } } }] : [];
      const key = isFiles ? '$metadata.key' : '$sealed.key';
      const found = await db
        .collection(isFiles ? 'contents.files' : collection)
        .aggregate<{ _id: string | null; n: number }>([...first, { $group: { _id: key, n: { $sum: 1 } } }])
        .toArray();
      return Object.fromEntries(found.map(({ _id, n }) => [_id ?? '', n]));
    },
    ask: (collection) => change(collection, askedRun(new Date(now()))),
    stop: (collection) => change(collection, { stopped: true }),
    goOn: (collection) => change(collection, { stopped: false }),
  };
}
