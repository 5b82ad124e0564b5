import { monthAfter, monthsBetween } from '@lianban/input';

export type Group = 'man' | 'woman-55' | 'woman-50';

/** Decision of 2024-09-13 on raising the retirement age: from which birth month on, one month later for each so many months, up to a cap. */
const AGES: Readonly<Record<Group, { old: number; start: string; step: number; cap: number }>> = {
  man: { old: 60, start: '1965-01', step: 4, cap: 36 },
  'woman-55': { old: 55, start: '1970-01', step: 4, cap: 36 },
  'woman-50': { old: 50, start: '1975-01', step: 2, cap: 60 },
};

export const VERSION = '2025';
/** Early and late by choice 弹性退休, in months. */
const FLEXIBLE = 36;

export const isGroup = (group: string): group is Group => group in AGES;

/** Months by which it is later than by the old age. */
export function delayMonths(group: Group, birthMonth: string): number {
  const { start, step, cap } = AGES[group];
  const after = monthsBetween(start, birthMonth);
  return after < 0 ? 0 : Math.min(cap, Math.floor(after / step) + 1);
}

/** The months that bound a retirement, YYYY-MM: of the old age, of the law, and the earliest and latest by choice. */
export function retirementMonths(group: Group, birthMonth: string) {
  const oldAge = monthAfter(birthMonth, 12 * AGES[group].old);
  const legal = monthAfter(oldAge, delayMonths(group, birthMonth));
  const early = monthAfter(legal, -FLEXIBLE);
  return { oldAge, legal, early, earliest: early > oldAge ? early : oldAge, latest: monthAfter(legal, FLEXIBLE) };
}

/** Months that must be paid in, by the year of retirement: 15 years to 2029, half a year more each year, 20 years from 2039 on. */
export const monthsToPayIn = (year: number): number => Math.min(240, 180 + 6 * Math.max(0, year - 2029));
