/**
 * Whom Henan recognises as hard to employ 就业困难人员. What people declare about themselves; "unemployed-one-year" follows
 * from the last day of work as well.
 */
export const HARD_TO_EMPLOY = [
  'zero-employment-household',
  'ten-years-to-retirement',
  'unemployed-one-year',
  'poor-family-graduate',
  'land-lost-farmer',
  'disabled',
  'veteran',
  'model-worker',
  'martyrs-kin',
  'single-parent-with-minor',
  'other',
] as const;

export type HardToEmploy = (typeof HARD_TO_EMPLOY)[number];

export const isHardToEmploy = (category: unknown): category is HardToEmploy =>
  HARD_TO_EMPLOY.some((known) => known === category);

/** One year without work on the day asked: the same date a year later counts. Dates are YYYY-MM-DD. */
export function isYearWithoutWork(lastWorkedOn: string, today: string): boolean {
  const yearLater = `${Number(lastWorkedOn.slice(0, 4)) + 1}${lastWorkedOn.slice(4)}`;
  return today >= yearLater;
}

/** Every category that applies, each once, in the order of the list. */
export function categoriesOf(
  declared: readonly HardToEmploy[],
  lastWorkedOn: string | undefined,
  today: string,
): readonly HardToEmploy[] {
  const longUnemployed = lastWorkedOn !== undefined && isYearWithoutWork(lastWorkedOn, today);
  return HARD_TO_EMPLOY.filter((c) => declared.includes(c) || (c === 'unemployed-one-year' && longUnemployed));
}
