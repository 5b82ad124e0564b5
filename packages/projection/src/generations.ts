import type { Database } from '@lianban/engine';
import type { Collection } from '@lianban/mongo';
import type { Views } from './write-views';

/** Where a projection stands: which generation of its documents is read, and which one is being built. */
export interface Generations {
  readonly _id: string;
  readonly serving: number;
  readonly topics: readonly string[];
  /** The first generation holds what the service's own documents tell: reading may begin. */
  readonly isSeeded?: true;
  /** Asked for by an operator, served once it has caught up. */
  readonly building?: { readonly generation: number; readonly askedAt: Date };
  /** No longer served; kept a while for processes that do not know it yet. */
  readonly retired?: readonly { readonly generation: number; readonly at: Date }[];
}

type Store = Pick<Database, 'connection'>;
/** Collection of all projections of a service. */
const generationsName = 'projections';
const keptMs = 60_000;

/** Collection of the documents of one generation. */
export const viewsName = (projection: string, generation: number): string => `projection.${projection}.${generation}`;

/** Each generation reads by itself, from the beginning. */
export const groupOf = (serviceGroup: string, projection: string, generation: number): string =>
  `${serviceGroup}.${projection}.${generation}`;

const nativeOf = ({ connection }: Store) => connection.getClient().db(connection.name);

export const generationsOf = (db: Store): Collection<Generations> =>
  nativeOf(db).collection<Generations>(generationsName);

export const viewsOf = <V>(db: Store, projection: string, generation: number): Views<V> =>
  nativeOf(db).collection(viewsName(projection, generation)) as unknown as Views<V>;

/** Takes the projection down with the topics it is fed by, and returns where it stands. */
export async function register(db: Store, _id: string, topics: readonly string[]): Promise<Generations> {
  const change = { $setOnInsert: { serving: 1 }, $set: { topics: [...topics] } };
  const options = { upsert: true, returnDocument: 'after' } as const;
  const found = await generationsOf(db).findOneAndUpdate({ _id }, change, options);
  return found!;
}

/** Asks the processes of the service to build another generation; false when one is being built already. */
export async function askForRebuild(of: Collection<Generations>, { _id, serving }: Generations, askedAt: Date) {
  const building = { generation: serving + 1, askedAt };
  const asked = await of.updateOne({ _id, serving, building: { $exists: false } }, { $set: { building } });
  return asked.matchedCount === 1;
}

/** From now on the generation that was built is read; the one before is kept for a moment. */
export async function serveBuilt(db: Store, { _id, serving, building }: Generations, at: Date): Promise<boolean> {
  if (!building) return false;
  const served = await generationsOf(db).updateOne(
    { _id, serving, 'building.generation': building.generation },
    {
      $set: { serving: building.generation },
      $unset: { building: '' },
      $push: { retired: { generation: serving, at } },
    },
  );
  return served.matchedCount === 1;
}

/** Removes what was retired so long ago that no process reads or writes it any more. */
export async function removeRetired(db: Store, { _id, retired = [] }: Generations, now: Date): Promise<void> {
  for (const each of retired) {
    if (now.getTime() - each.at.getTime() < keptMs) continue;
    await viewsOf(db, _id, each.generation).drop();
    await generationsOf(db).updateOne({ _id }, { $pull: { retired: { generation: each.generation } } });
  }
}
