import table from 'chinese-days/dist/chinese-days.json';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { dateOf, endOfShanghaiDay, shanghaiDay, weekdayOf } from './shanghai-day';
import type { WorkingDays } from './working-days';

/**
 * The library's table, not its functions: those build and read it in the process's own time zone, and are a day off
 * west of Greenwich; and for a year they have no table for they silently take every weekday for a working day.
 */
const holidays = new Set(Object.keys(table.holidays));
const madeUp = new Set(Object.keys(table.workdays));

/**
 * New Year's Day and National Day are off by law in every year (全国年节及纪念日放假办法 art. 2): a year that has both has its
 * table. Asking for both guards against a table of which only the first days are there.
 */
const yearCovered = (year: string) => holidays.has(`${year}-01-01`) && holidays.has(`${year}-10-01`);

const missingYear = (year: string): Refusal =>
  refuse(
    'calendar-year-missing',
    `The holiday table of ${year} is not here yet: install a release of chinese-days that has it.`,
  );

const ask = (day: number): boolean | Refusal => {
  const date = dateOf(day);
  const year = date.slice(0, 4);
  if (!yearCovered(year)) return missingYear(year);
  const weekday = weekdayOf(day);
  return madeUp.has(date) || (weekday !== 0 && weekday !== 6 && !holidays.has(date));
};

/** Every case asks about the same few hundred days, so each is worked out once a process. */
const answers = new Map<number, boolean | Refusal>();

const worksOn = (day: number): boolean | Refusal => {
  let answer = answers.get(day);
  if (answer === undefined) {
    answer = ask(day);
    answers.set(day, answer);
  }
  return answer;
};

const dayOf = (at: Date): number => {
  const day = shanghaiDay(at);
  if (Number.isNaN(day)) throw new RangeError('A working day was asked of an invalid date.');
  return day;
};

/**
 * The working days of the State Council's yearly notice (国务院办公厅关于节假日安排的通知), make-up days included, as
 * Asia/Shanghai days. Throws RangeError on an invalid date or a count that is no whole number from 0 up: that is a bug
 * of the caller, not an answer.
 */
export const chineseWorkingDays: WorkingDays = {
  add(from, days) {
    if (!Number.isInteger(days) || days < 0) throw new RangeError(`Working days must be a whole number, not ${days}.`);
    let day = dayOf(from);
    for (let left = days; left > 0;) {
      const works = worksOn(++day);
      if (isRefusal(works)) return works;
      if (works) left--;
    }
    return endOfShanghaiDay(day);
  },
  between(from, to) {
    const last = dayOf(to);
    let count = 0;
    for (let day = dayOf(from) + 1; day <= last; day++) {
      const works = worksOn(day);
      if (isRefusal(works)) return works;
      if (works) count++;
    }
    return count;
  },
  isWorkingDay: (day) => worksOn(dayOf(day)),
};
