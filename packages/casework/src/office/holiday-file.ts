import { z } from 'zod';
import { type Path, type Problem, type Read, readSource } from '@lianban/catalogue';
import { dateOf, shanghaiDay, weekdayOf } from '../calendar/shanghai-day';
import { statutoryDaysOf } from '../calendar/statutory-days';
import { type YearTable, builtInTables } from '../calendar/year-table';

const span = z.strictObject({ name: z.string().min(1), from: z.iso.date(), to: z.iso.date() });

/** The table of one year as an operator writes it down from the State Council's notice. */
const holidayFile = z.strictObject({
  year: z.number().int().min(2000).max(2200),
  notice: z.strictObject({
    /** 国办发明电〔2025〕7号 */
    number: z.string().regex(/〔\d{4}〕.*号$/, 'write it as on the notice, for example 国办发明电〔2025〕7号'),
    date: z.iso.date(),
  }),
  /** Days off, both ends included. */
  holidays: z.array(span).min(1),
  /** Weekend days that are worked. */
  workdays: z.array(z.iso.date()),
});

type HolidayFile = z.infer<typeof holidayFile>;

export interface HolidayTable extends YearTable {
  readonly notice: HolidayFile['notice'];
}

// Tables since 2004 have 22 to 33 days off and 5 to 12 days worked instead.
const mostOff = 45;
const mostWorked = 15;

/** Reads a year's table, or tells everything that is wrong with it by line. */
export function readHolidays(file: string, text: string): HolidayTable | readonly Problem[] {
  const read = readSource(file, text, holidayFile);
  if (!('value' in read)) return read;
  const { year, notice, workdays } = read.value;
  const problems = problemsOf(read);
  return problems.length > 0 ? problems : { year, notice, holidays: offIn(read.value), workdays };
}

function problemsOf({ source, value }: Read<HolidayFile>): readonly Problem[] {
  const problems: Problem[] = [];
  const say = (path: Path, sentence: string) => void problems.push(source.problem(path, sentence));
  const { year, notice, holidays, workdays } = value;
  if (builtInTables.some((table) => table.year === year))
    say(['year'], `the table of ${year} comes with the program: leave this file away.`);
  if (Math.abs(Number(notice.date.slice(0, 4)) - year + 0.5) > 0.5)
    say(['notice', 'date'], `a notice of ${notice.date} is not about ${year}: it comes in the year before.`);
  for (const [place, { name, from, to }] of holidays.entries()) {
    for (const [key, date] of Object.entries({ from, to })) sayIfElsewhere(date, year, ['holidays', place, key], say);
    if (from > to) say(['holidays', place], `${name} ends before it begins.`);
  }
  // A span that is wrong may have no end.
  if (problems.length > 0) return problems;
  const off = offIn(value);
  for (const [place, date] of workdays.entries()) {
    sayIfElsewhere(date, year, ['workdays', place], say);
    if (![0, 6].includes(weekdayOf(dayOf(date)))) say(['workdays', place], `${date} is no weekend day.`);
    if (off.includes(date)) say(['workdays', place], `${date} is among the days off.`);
    if (workdays.indexOf(date) < place) say(['workdays', place], `${date} is there already.`);
  }
  const absent = statutoryDaysOf(year).filter((date) => !off.includes(date));
  if (absent.length > 0) say(['holidays'], `these are off by law and not in the table: ${absent.join(', ')}.`);
  if (off.length > mostOff) say(['holidays'], `${off.length} days off in a year cannot be right: look at the spans.`);
  if (workdays.length > mostWorked) say(['workdays'], `${workdays.length} weekend days worked cannot be right.`);
  return problems;
}

function sayIfElsewhere(date: string, year: number, path: Path, say: (path: Path, sentence: string) => void): void {
  if (!date.startsWith(`${year}-`)) say(path, `${date} is no day of ${year}.`);
}

const dayOf = (date: string): number => shanghaiDay(new Date(`${date}T12:00:00+08:00`));

const offIn = ({ holidays }: HolidayFile): readonly string[] => [
  ...new Set(holidays.flatMap(({ from, to }) => daysFrom(dayOf(from), dayOf(to)))),
];

const daysFrom = (first: number, last: number): readonly string[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => dateOf(first + place));
