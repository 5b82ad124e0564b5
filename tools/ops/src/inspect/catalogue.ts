import {
  type CatalogueCollections,
  type CatalogueUse,
  type TakenCatalogue,
  catalogueCollections,
} from '@lianban/city-catalogue';
import type mongoose from 'mongoose';

/** The catalogue in one service's database. */
export interface CatalogueInspector {
  /** The highest number that was given, also to a version that was withdrawn. */
  highest(): Promise<number>;
  /** The newest version that is not withdrawn; undefined before the service has run. */
  newest(): Promise<TakenCatalogue | undefined>;
  /** @throws when there is one with this number */
  add(version: TakenCatalogue): Promise<void>;
  withdraw(version: number): Promise<void>;
  /** What its processes said lately: a process says what it runs every ten seconds, one that has not for longer has ended. */
  uses(): Promise<readonly CatalogueUse[]>;
  /** Of applications alone: how many were submitted with a version of a package. */
  applicationsOn(code: string, version: number): Promise<number>;
}

const aliveMs = 15_000;

/** @param now milliseconds since 1970, by the server's clock */
export function inspectCatalogue(db: mongoose.mongo.Db, now: () => number): CatalogueInspector {
  const { taken, uses }: CatalogueCollections = catalogueCollections(db);
  const last = { sort: { _id: -1 } } as const;
  return {
    highest: async () => (await taken.findOne({}, { ...last, projection: { _id: 1 } }))?._id ?? 0,
    newest: async () => (await taken.findOne({ isWithdrawn: { $exists: false } }, last)) ?? undefined,
    async add(version) {
      await taken.insertOne(version);
    },
    async withdraw(version) {
      await taken.updateOne({ _id: version }, { $set: { isWithdrawn: true } });
    },
    uses: () =>
      uses
        .find({ at: { $gte: new Date(now() - aliveMs) } })
        .sort({ _id: 1 })
        .toArray(),
    applicationsOn: (code, version) =>
      db.collection('applications').countDocuments({ 'state.package': code, 'state.packageVersion': version }),
  };
}
