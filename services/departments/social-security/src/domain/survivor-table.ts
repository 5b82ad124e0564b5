interface IncomeRow {
  /** Of the day of death. */
  readonly from: string;
  readonly version: string;
  /** Disposable income of townspeople of the province in the year before, in yuan × 100. */
  readonly cents: number;
}

/** Of 2022 known, for deaths in 2023; the others are demo values that repeat it. */
const INCOMES: readonly [IncomeRow, ...IncomeRow[]] = [
  { from: '2021-09-01', version: 'demo-2026', cents: 3_848_400 },
  { from: '2023-01-01', version: 'henan-2022', cents: 3_848_400 },
  { from: '2024-01-01', version: 'demo-2026', cents: 3_848_400 },
];

export const incomeRow = (diedOn: string): IncomeRow =>
  INCOMES.filter(({ from }) => from <= diedOn).at(-1) ?? INCOMES[0];

/** Months of a funeral grant 丧葬补助金. */
const FUNERAL_MONTHS = 2;
const LEAST_OF_PENSIONERS = 9;

/** Who died: whole years paid in; of pensioners, whole years drawn. */
export interface Insured {
  readonly yearsPaid: number;
  readonly yearsDrawn?: number;
}

/** Months of the grant to survivors 抚恤金 (人社部发〔2021〕18号; the bands below ten years, and whole years, are of one source). */
export function grantMonths({ yearsPaid, yearsDrawn }: Insured): number {
  const months = monthsFor(yearsPaid);
  return yearsDrawn === undefined ? months : Math.max(LEAST_OF_PENSIONERS, months - yearsDrawn);
}

function monthsFor(years: number): number {
  if (years < 5) return 3;
  if (years < 10) return 6;
  if (years < 15) return 9;
  return Math.min(24, 9 + (years - 15));
}

/** Funeral grant and grant to survivors together, in yuan × 100. */
export const survivorCents = (diedOn: string, insured: Insured): number =>
  Math.round((incomeRow(diedOn).cents * (FUNERAL_MONTHS + grantMonths(insured))) / 12);

/** Below these years it is at most what the person paid in (of one source). */
export const CAPPED_BELOW_YEARS = 5;
