/** The minimum living standard 低保线 of a time, in cents (分) per head and month. */
export interface LineRow {
  /** First day of validity, YYYY-MM-DD in Asia/Shanghai. */
  readonly from: string;
  readonly version: string;
  readonly defaultCents: number;
  /** Districts with a line of their own, by six-digit code. */
  readonly districtCents: Readonly<Record<string, number>>;
}

export interface Line {
  readonly version: string;
  readonly cents: number;
}

/**
 * Demo values: Zhengzhou's own line was not available. Put the published lines here, one row per change; a row already
 * used is never edited, or old decisions could no longer be explained.
 */
export const LINE_TABLE: readonly LineRow[] = [
  { from: '2025-01-01', version: 'demo-2025', defaultCents: 70_000, districtCents: { '410105': 72_000 } },
  {
    from: '2026-01-01',
    version: 'demo-2026',
    defaultCents: 74_000,
    districtCents: { '410105': 76_000, '410122': 68_000 },
  },
];

/** The line of a district at a moment; undefined before the first row. */
export function lineAt(district: string, on: Date, table: readonly LineRow[] = LINE_TABLE): Line | undefined {
  const row = table
    .filter((r) => startOf(r) <= on.getTime())
    .toSorted((a, b) => startOf(a) - startOf(b))
    .at(-1);
  return row && { version: row.version, cents: row.districtCents[district] ?? row.defaultCents };
}

const startOf = (row: LineRow): number => Date.parse(`${row.from}T00:00:00+08:00`);
