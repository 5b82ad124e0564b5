/** The working-day clock of administrative law (行政许可法 art. 82), in Asia/Shanghai days. A value: it never changes. */
export interface WorkingDays {
  /** The last instant of the `days`-th working day after `from`; the day of `from` itself is not counted. */
  add(from: Date, days: number): Date;
  /** Working days after `from` up to and including the day of `to`. */
  between(from: Date, to: Date): number;
  isWorkingDay(day: Date): boolean;
  /** The last instant that a published holiday table covers: what is counted to a later day is provisional 暂定. */
  readonly tabledUntil: Date;
}

/**
 * The calendar that decisions at `now` count by. Of the same `now` it is always the same, so that a decision made again after
 * a crash, or by another process, gives the same dates.
 */
export type WorkingDaysAt = (now: Date) => WorkingDays;

/** Whether a date counted by a calendar lies beyond its tables. */
export const isProvisional = (date: Date, calendar: Pick<WorkingDays, 'tabledUntil'>): boolean =>
  date > calendar.tabledUntil;
