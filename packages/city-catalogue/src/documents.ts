import type { CatalogueText } from '@lianban/catalogue';
import type { Collection } from '@lianban/mongo';

/** A version of the catalogue that a city has taken, in the database of each service. */
export interface TakenCatalogue {
  /** From 1; no number is given twice. 0: the files that come with the service, as far as the database tells. */
  readonly _id: number;
  readonly files: readonly CatalogueText[];
  readonly at: Date;
  readonly operator: string;
  readonly reason: string;
  /** A process could not use it: the version before counts. */
  readonly isWithdrawn?: true;
}

/** What a process runs on. */
export interface CatalogueUse {
  /** The process. */
  readonly _id: string;
  /** 0: the files that come with the service. */
  readonly version: number;
  /** Why it does not use a later one. */
  readonly refused?: { readonly version: number; readonly reason: string };
  /** The items it has rules for: permits/shopfront-sign. */
  readonly rules: readonly string[];
  /** When it last said so. */
  readonly at: Date;
}

/** The collections of one service's database. */
export interface CatalogueCollections {
  readonly taken: Collection<TakenCatalogue>;
  readonly uses: Collection<CatalogueUse>;
}

interface NativeDb {
  collection<T extends object>(name: string): Collection<T>;
}

export const catalogueCollectionNames = ['catalogue', 'catalogueUses'] as const;

export const catalogueCollections = (db: NativeDb): CatalogueCollections => ({
  taken: db.collection<TakenCatalogue>('catalogue'),
  uses: db.collection<CatalogueUse>('catalogueUses'),
});
