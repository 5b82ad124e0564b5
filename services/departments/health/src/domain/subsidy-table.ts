import { monthsAfter } from '@lianban/input';

/** 育儿补贴制度实施方案 (中办国办, July 2025) and its 管理规范 (September 2025). */
export const SUBSIDY = {
  version: '2025',
  yearCents: 360_000,
  monthCents: 30_000,
  firstYear: 2025,
  /** Children born before the first year: after this day, that year's part is lost. */
  firstYearUntil: '2025-12-31',
  years: 3,
} as const;

export const thirdBirthday = (bornOn: string): string => monthsAfter(bornOn, 12 * SUBSIDY.years);

/** What an entitlement from a year on comes to: its last month, and the sums that differ from that of the year before. */
export function yearsFrom(bornOn: string, first: number) {
  const years = [...dueCents(bornOn)].filter(([year]) => year >= first);
  const steps = years
    .filter(([, cents], i) => i > 0 && cents !== years[i - 1]?.[1])
    .map(([year, amountFen]) => ({ from: `${year}-01`, amountFen, cause: 'year-step' }));
  return { steps, until: `${years.at(-1)?.[0] ?? first}-12` };
}

/**
 * What a child is due, by calendar year: the full sum in each of three years for children born from 2025 on; for elder ones by
 * months, up to that of the third birthday.
 */
export function dueCents(bornOn: string): ReadonlyMap<number, number> {
  const [year = 0, month = 0] = bornOn.split('-').map(Number);
  const { firstYear, years, yearCents, monthCents } = SUBSIDY;
  if (year >= firstYear) return new Map([0, 1, 2].map((after) => [year + after, yearCents]));
  const months = Math.max(0, 12 * (year + years - firstYear) + month);
  const inYear = (after: number): number => Math.min(12, Math.max(0, months - 12 * after));
  const rows = [0, 1, 2].map((after) => [firstYear + after, inYear(after) * monthCents] as const);
  return new Map(rows.filter(([, cents]) => cents > 0));
}
