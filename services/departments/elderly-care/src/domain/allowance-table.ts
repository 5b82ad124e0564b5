/** Monthly allowance by level of ability, in cents (分). Levels 0 and 1 are not paid. */
export interface AllowanceRow {
  /** First day of validity, YYYY-MM-DD in Asia/Shanghai. */
  readonly from: string;
  readonly version: string;
  readonly monthlyCents: Readonly<Record<2 | 3 | 4, number>>;
}

/**
 * Demo values, not Zhengzhou's: the city's own amounts were not available. Put the published table here, one row per
 * change; a row already used is never edited, or old decisions could no longer be explained.
 */
export const ALLOWANCE_TABLE: readonly AllowanceRow[] = [
  { from: '2025-01-01', version: 'demo-2025', monthlyCents: { 2: 20_000, 3: 40_000, 4: 60_000 } },
  { from: '2026-07-01', version: 'demo-2026-07', monthlyCents: { 2: 22_000, 3: 44_000, 4: 66_000 } },
];

/** The row in force at a moment; undefined before the first one. */
export function allowanceRowAt(on: Date, table: readonly AllowanceRow[] = ALLOWANCE_TABLE): AllowanceRow | undefined {
  return table
    .filter((row) => startOf(row) <= on.getTime())
    .toSorted((a, b) => startOf(a) - startOf(b))
    .at(-1);
}

const startOf = (row: AllowanceRow): number => Date.parse(`${row.from}T00:00:00+08:00`);
