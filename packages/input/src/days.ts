// Days are text, YYYY-MM-DD: they compare as they are, and no time zone can move them.

const dayMs = 86_400_000;
const textOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The day of a moment in Asia/Shanghai: one time zone, no summer time. */
export const shanghaiDay = (at: Date): string => textOf(at.getTime() + 8 * 3_600_000);

/** So many calendar days later. */
export const daysAfter = (day: string, days: number): string => textOf(Date.parse(day) + days * dayMs);

/** So many months later, on the same day of the month or on the last one there is (民法典 art. 202). */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return textOf(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** Completed years of age 周岁 on a day: one more from each birthday on. */
export const ageOn = (bornOn: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (day.slice(5) < bornOn.slice(5) ? 1 : 0);
