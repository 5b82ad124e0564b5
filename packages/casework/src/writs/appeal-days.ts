import { isRefusal } from '@lianban/model';
import { addCalendarDays, dateOf, endOfShanghaiDay, shanghaiDay } from '../calendar/shanghai-day';
import type { WorkingDays } from '../calendar/working-days';

const DAY = 86_400_000;
/** 行政复议法 art. 20. */
const RECONSIDERATION_DAYS = 60;
/** 行政诉讼法 art. 46. */
const LAWSUIT_MONTHS = 6;

export interface AppealDays {
  readonly reconsideration: Date;
  readonly lawsuit: Date;
}

/**
 * Until when a decision can be appealed by whoever received it on the day of `from`, which itself is not counted: 60 days and six
 * months. A last day that is a holiday moves to the next working day (行政诉讼法 art. 81; 民法典 art. 203); without a table for that
 * year it stays, so that nobody is told a day too late.
 */
export const appealDays = (from: Date, calendar: WorkingDays): AppealDays => ({
  reconsideration: offHolidays(addCalendarDays(from, RECONSIDERATION_DAYS), calendar),
  lawsuit: offHolidays(monthsLater(from, LAWSUIT_MONTHS), calendar),
});

/** The same day of the month; the last one where that month is shorter. */
const monthsLater = (from: Date, months: number): Date => {
  const [year = 0, month = 0, day = 0] = dateOf(shanghaiDay(from)).split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return endOfShanghaiDay(Date.UTC(year, month - 1 + months, Math.min(day, last)) / DAY);
};

const offHolidays = (until: Date, calendar: WorkingDays): Date => {
  const works = calendar.isWorkingDay(until);
  if (isRefusal(works) || works) return until;
  const next = calendar.add(until, 1);
  return isRefusal(next) ? until : next;
};
