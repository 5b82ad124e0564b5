/** What a city may set for itself about the minimum living allowance. */
export interface DibaoRules {
  readonly version: string;
  readonly homesAtMost: number;
  readonly carsAtMost: number;
  /** Savings per head, in monthly lines. */
  readonly savingsAtMostLines: number;
  /** Up to this income per head, in percent of the line, a severely disabled person may be a household of their own. */
  readonly singlePersonPercent: number;
  /** Monthly top-up for each person of a category, in cents. */
  readonly topUpCents: Readonly<Record<string, number>>;
}

/** Demo values: Zhengzhou's property limits and top-ups were not available. The 150 % are Weinan's; other cities take 200 %. */
export const DIBAO_RULES: DibaoRules = {
  version: 'demo-2026',
  homesAtMost: 1,
  carsAtMost: 0,
  savingsAtMostLines: 24,
  singlePersonPercent: 150,
  topUpCents: {},
};
