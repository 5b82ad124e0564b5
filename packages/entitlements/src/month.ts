import { shanghaiDay } from '@lianban/input';

/** YYYY-MM: months compare as they are. */
export type Month = string;

const placeOf = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** So many months after a month or the month of a day; before it, when negative. */
export const monthAfter = (month: Month, months: number): Month => {
  const place = placeOf(month) + months;
  return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`;
};

/** In Asia/Shanghai. */
export const monthOf = (at: Date): Month => shanghaiDay(at).slice(0, 7);

/** From the first to the last, both counted; none when the last comes first. */
export const monthsFrom = (first: Month, last: Month): readonly Month[] =>
  Array.from({ length: Math.max(0, placeOf(last) - placeOf(first) + 1) }, (_, i) => monthAfter(first, i));

export const laterOf = (one: Month, other: Month): Month => (one > other ? one : other);

/** The moment a day YYYY-MM-DD, or the first day of a month, begins in Shanghai. */
export const startOf = (day: string): Date => new Date(`${day.padEnd(10, '-01')}T00:00:00+08:00`);
