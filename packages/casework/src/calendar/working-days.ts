import type { Refusal } from '@lianban/model';

/** The working-day clock of administrative law (行政许可法 art. 82), in Asia/Shanghai days. */
export interface WorkingDays {
  /**
   * The last instant of the `days`-th working day after `from`; the day of `from` itself is not counted.
   * Refused with "calendar-year-missing" when a year without a published holiday table would be touched.
   */
  add(from: Date, days: number): Date | Refusal;
  /** Working days after `from` up to and including the day of `to`. */
  between(from: Date, to: Date): number | Refusal;
  isWorkingDay(day: Date): boolean | Refusal;
}
