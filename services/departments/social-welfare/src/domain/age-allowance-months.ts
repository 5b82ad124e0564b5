import { monthAfter, monthsBetween } from './months';

/** A month, in yuan × 100, from which age on (郑民文〔2016〕28号). */
const STEPS = [
  { age: 100, cents: 30_000 },
  { age: 90, cents: 20_000 },
  { age: 80, cents: 10_000 },
];

/** Whoever is not confirmed to be alive by this day of a year is not paid from the next month on. */
const CONFIRMED_BY = '03-15';

/** Days are YYYY-MM-DD. */
export interface Aged {
  readonly bornOn: string;
  /** In which years it was not confirmed in time, and the day it was. */
  readonly unconfirmed?: { readonly year: string; readonly confirmedOn?: string };
  /** The day of death or of moving out. */
  readonly endedOn?: string;
}

/** The amounts to come after a month, each from the month after the birthday on. */
export const stepsAfter = (bornOn: string, month: string) =>
  STEPS.toReversed()
    .map(({ age, cents }) => ({ from: monthAfter(bornOn, 12 * age + 1), amountFen: cents, cause: 'age-step' }))
    .filter(({ from }) => from > month);

/** The next check of a year that an allowance from a month on is confirmed by: not in the year it starts. */
export const firstCheck = (month: string) =>
  ({ by: `${Number(month.slice(0, 4)) + 1}-${CONFIRMED_BY}`, everyMonths: 12, missed: 'suspend' }) as const;

/** What a month brings: from the month after a birthday on, until that of death or moving out. */
export function monthCents({ bornOn, unconfirmed, endedOn }: Aged, month: string): number {
  if (endedOn !== undefined && month > endedOn.slice(0, 7)) return 0;
  if (unconfirmed !== undefined && isStopped(unconfirmed, month)) return 0;
  const age = Math.floor(monthsBetween(bornOn, monthAfter(month, -1)) / 12);
  return STEPS.find((step) => age >= step.age)?.cents ?? 0;
}

/** Stopped from April on, until the month of the confirmation. */
function isStopped({ year, confirmedOn }: NonNullable<Aged['unconfirmed']>, month: string): boolean {
  const from = monthAfter(`${year}-${CONFIRMED_BY}`, 1);
  return month >= from && (confirmedOn === undefined || month < confirmedOn.slice(0, 7));
}
