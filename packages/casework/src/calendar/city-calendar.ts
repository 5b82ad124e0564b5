import { workingDaysOf } from './chinese-working-days';
import type { WorkingDays, WorkingDaysAt } from './working-days';
import { type YearTable, builtInTables } from './year-table';

/** A year's table that the city took. Decisions count by it from a moment on, which lies behind it once it is read. */
export interface TakenTable {
  readonly table: YearTable;
  readonly from: Date;
}

export interface CityCalendar {
  readonly at: WorkingDaysAt;
  /** Counts by these tables too from now on. Tables are added, never changed: what `at` says of a moment stays so. */
  use(taken: readonly TakenTable[]): void;
}

/** The calendar of one city: the tables that come with the program, and those the city took since. */
export function cityCalendar(): CityCalendar {
  let taken: readonly TakenTable[] = [];
  let bySize = new Map<number, WorkingDays>();
  return {
    use(all) {
      taken = all.toSorted((a, b) => a.from.getTime() - b.from.getTime() || a.table.year - b.table.year);
      bySize = new Map();
    },
    at(now) {
      const inForce = taken.filter(({ from }) => from <= now);
      const known =
        bySize.get(inForce.length) ?? workingDaysOf([...builtInTables, ...inForce.map(({ table }) => table)]);
      bySize.set(inForce.length, known);
      return known;
    },
  };
}
