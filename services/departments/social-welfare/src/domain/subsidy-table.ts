interface SubsidyRow {
  readonly from: string;
  readonly version: string;
  /** A month, in yuan × 100. */
  readonly livingCents: number;
  readonly nursingCents: number;
}

/** Of Zhengzhou from November 2016 on; what is paid now was not available, and repeats it. */
const ROWS: readonly [SubsidyRow, ...SubsidyRow[]] = [
  { from: '2016-11-01', version: 'zhengzhou-2016', livingCents: 12_000, nursingCents: 10_000 },
  { from: '2026-01-01', version: 'demo-2026', livingCents: 12_000, nursingCents: 10_000 },
];

export const subsidyRow = (day: string): SubsidyRow => ROWS.filter(({ from }) => from <= day).at(-1) ?? ROWS[0];
