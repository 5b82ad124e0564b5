import { dateOf, endOfShanghaiDay, shanghaiDay, weekdayOf } from './shanghai-day';
import { statutoryDaysOf } from './statutory-days';
import type { WorkingDays } from './working-days';
import { type YearTable, builtInTables } from './year-table';

/**
 * The working days of the State Council's yearly notices (国务院办公厅关于节假日安排的通知), make-up days included, as
 * Asia/Shanghai days. Of a year without a table the weekends and the days off by law are known, and count as they are.
 * `add`, `between` and `isWorkingDay` throw RangeError on an invalid date or a count that is no whole number from 0 up: that is
 * a bug of the caller.
 */
export function workingDaysOf(tables: readonly YearTable[]): WorkingDays {
  const byYear = new Map(tables.map((each) => [each.year, each]));
  const exceptions = new Map<number, Exceptions>();
  const exceptionsOf = (year: number): Exceptions => {
    const known = exceptions.get(year) ?? exceptionsIn(year, byYear.get(year));
    exceptions.set(year, known);
    return known;
  };
  /** Every case asks about the same few hundred days, so each is worked out once. */
  const answers = new Map<number, boolean>();
  const worksOn = (day: number): boolean => {
    const known = answers.get(day) ?? works(day, exceptionsOf);
    answers.set(day, known);
    return known;
  };
  return {
    add(from, days) {
      if (!Number.isInteger(days) || days < 0)
        throw new RangeError(`Working days must be a whole number, not ${days}.`);
      let day = dayOf(from);
      for (let left = days; left > 0;) if (worksOn(++day)) left--;
      return endOfShanghaiDay(day);
    },
    between(from, to) {
      const last = dayOf(to);
      let count = 0;
      for (let day = dayOf(from) + 1; day <= last; day++) if (worksOn(day)) count++;
      return count;
    },
    isWorkingDay: (day) => worksOn(dayOf(day)),
    tabledUntil: endOfYear(lastOf(byYear)),
  };
}

interface Exceptions {
  readonly off: ReadonlySet<string>;
  readonly worked: ReadonlySet<string>;
}

const exceptionsIn = (year: number, table: YearTable | undefined): Exceptions => ({
  off: new Set(table?.holidays ?? statutoryDaysOf(year)),
  worked: new Set(table?.workdays),
});

const works = (day: number, exceptionsOf: (year: number) => Exceptions): boolean => {
  const date = dateOf(day);
  const { off, worked } = exceptionsOf(Number(date.slice(0, 4)));
  const weekday = weekdayOf(day);
  return worked.has(date) || (weekday !== 0 && weekday !== 6 && !off.has(date));
};

const dayOf = (at: Date): number => {
  const day = shanghaiDay(at);
  if (Number.isNaN(day)) throw new RangeError('A working day was asked of an invalid date.');
  return day;
};

/** The last year up to which no year is without a table: a later one behind a gap makes nothing certain. */
const lastOf = (byYear: ReadonlyMap<number, YearTable>): number => {
  let year = Math.min(...byYear.keys());
  while (byYear.has(year + 1)) year++;
  return year;
};

const endOfYear = (year: number): Date => endOfShanghaiDay(shanghaiDay(new Date(`${year}-12-31T12:00:00+08:00`)));

/** By the tables that come with the program alone. */
export const chineseWorkingDays: WorkingDays = workingDaysOf(builtInTables);
