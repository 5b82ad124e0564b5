import table from 'chinese-days/dist/chinese-days.json';

/** The days of one year that are not what their weekday says, by the State Council's notice. Dates as "2027-02-06". */
export interface YearTable {
  readonly year: number;
  /** Days off, weekends among them or not. */
  readonly holidays: readonly string[];
  /** Weekend days that are worked. */
  readonly workdays: readonly string[];
}

/**
 * The library's table, not its functions: those build and read it in the process's own time zone, and are a day off
 * west of Greenwich; and for a year they have no table for they silently take every weekday for a working day.
 */
const inYear = (days: object, year: number): readonly string[] =>
  Object.keys(days).filter((date) => date.startsWith(`${year}-`));

/**
 * New Year's Day and National Day are off by law in every year (全国年节及纪念日放假办法 art. 2): a year that has both has its
 * table. Asking for both guards against a table of which only the first days are there.
 */
const years = [...new Set(Object.keys(table.holidays).map((date) => Number(date.slice(0, 4))))]
  .filter((year) => [`${year}-01-01`, `${year}-10-01`].every((date) => date in table.holidays))
  .toSorted((a, b) => a - b);

/** The tables that come with the program, oldest first. */
export const builtInTables: readonly YearTable[] = years.map((year) => ({
  year,
  holidays: inYear(table.holidays, year),
  workdays: inYear(table.workdays, year),
}));
