import { monthsAfter } from '@lianban/input';

interface WageRow {
  readonly from: string;
  /** Its text, or the year's name of it. */
  readonly version: string;
  /** A month, in yuan × 100. */
  readonly cents: number;
}

/** Minimum wage 最低工资 of class 1 of Henan, where the city's districts belong. A later row may exist. */
export const MINIMUM_WAGES: readonly [WageRow, ...WageRow[]] = [
  { from: '2018-10-01', version: 'henan-2018', cents: 190_000 },
  { from: '2022-01-01', version: 'henan-2022', cents: 200_000 },
  { from: '2024-01-01', version: 'henan-2024', cents: 210_000 },
];

/** Months after which a row is probably no longer the newest there is. */
const AGES_AFTER = 24;

export const wageOn = (day: string): WageRow =>
  MINIMUM_WAGES.filter(({ from }) => from <= day).at(-1) ?? MINIMUM_WAGES[0];

export const isRecent = ({ from }: WageRow, day: string): boolean => day <= monthsAfter(from, AGES_AFTER);
