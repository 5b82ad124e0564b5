import {
  type HolidayCollections,
  type HolidayUse,
  type TakenHolidays,
  holidayCollections,
} from '@lianban/city-catalogue';
import type mongoose from 'mongoose';

/** The holiday tables in one service's database. */
export interface HolidayInspector {
  taken(): Promise<readonly TakenHolidays[]>;
  /** Adds the table of a year, unless the service has it. @returns the one it has then */
  add(table: TakenHolidays): Promise<TakenHolidays>;
  /** What its processes said lately; none of a service that counts no days. */
  uses(): Promise<readonly HolidayUse[]>;
}

// A process says what it counts by every ten seconds.
const aliveMs = 15_000;

/** @param now milliseconds since 1970, by the server's clock */
export function inspectHolidays(db: mongoose.mongo.Db, now: () => number): HolidayInspector {
  const { taken, uses }: HolidayCollections = holidayCollections(db);
  return {
    taken: () => taken.find({}).sort({ _id: 1 }).toArray(),
    async add({ _id, ...table }) {
      await taken.updateOne({ _id }, { $setOnInsert: table }, { upsert: true });
      return (await taken.findOne({ _id })) ?? { _id, ...table };
    },
    uses: () =>
      uses
        .find({ at: { $gte: new Date(now() - aliveMs) } })
        .sort({ _id: 1 })
        .toArray(),
  };
}
