import type mongoose from 'mongoose';
import { type Generations, type ViewDocument, askForRebuild, viewsName } from '@lianban/projection';

/** The read models in one service's database. */
export interface ProjectionInspector {
  list(): Promise<readonly Generations[]>;
  /** Documents of a generation with records left out. */
  stale(projection: string, generation: number): Promise<number>;
  /** Asks the service for another generation; false when one is being built already. */
  ask(projection: Generations): Promise<boolean>;
}

/** @param now milliseconds since 1970, by the server's clock */
export function inspectProjections(db: mongoose.mongo.Db, now: () => number): ProjectionInspector {
  const generations = db.collection<Generations>('projections');
  return {
    list: () => generations.find().sort({ _id: 1 }).toArray(),
    stale: (projection, generation) =>
      db.collection<ViewDocument>(viewsName(projection, generation)).countDocuments({ isStale: true }),
    ask: (projection) => askForRebuild(generations, projection, new Date(now())),
  };
}
