import type { Words } from './charge';

/** A row of the fee table: what an item costs from a day on, where an answer says so. */
export interface FeeRow {
  readonly from: string;
  readonly answer?: { readonly name: string; readonly is: string } | undefined;
  readonly amountCents: number;
  readonly law: Words;
}

/** The fee on this day: the newest row that holds, a row for the answer before one for all. Undefined when the table has none. */
export function feeOn(
  rows: readonly FeeRow[],
  given: Readonly<Record<string, unknown>>,
  day: string,
): FeeRow | undefined {
  const holds = rows.filter(
    ({ from, answer }) => from <= day && (answer === undefined || given[answer.name] === answer.is),
  );
  return holds.toSorted((one, other) => rank(other).localeCompare(rank(one)))[0];
}

const rank = ({ from, answer }: FeeRow): string => `${answer ? 1 : 0}${from}`;
