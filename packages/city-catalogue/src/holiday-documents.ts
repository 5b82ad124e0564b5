import type { Collection } from '@lianban/mongo';

/** The holiday table of one year as a city has taken it, in the database of each service that counts days. Never changed. */
export interface TakenHolidays {
  /** The year. */
  readonly _id: number;
  /** The file, as it was given. */
  readonly text: string;
  /** Decisions from this moment of the city's time on count by it: by then every process has read it. */
  readonly from: Date;
  readonly operator: string;
  readonly reason: string;
}

/** The tables a process counts by. */
export interface HolidayUse {
  /** The process. */
  readonly _id: string;
  readonly years: readonly number[];
  /** Why it does not count by another one. */
  readonly refused?: string;
  /** When it last said so. */
  readonly at: Date;
}

/** The collections of one service's database. */
export interface HolidayCollections {
  readonly taken: Collection<TakenHolidays>;
  readonly uses: Collection<HolidayUse>;
}

interface NativeDb {
  collection<T extends object>(name: string): Collection<T>;
}

export const holidayCollectionNames = ['holidays', 'holidayUses'] as const;

export const holidayCollections = (db: NativeDb): HolidayCollections => ({
  taken: db.collection<TakenHolidays>('holidays'),
  uses: db.collection<HolidayUse>('holidayUses'),
});
