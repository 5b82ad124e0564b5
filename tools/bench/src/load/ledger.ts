/** The applicants' own book: what the subject is held against afterwards. */
export interface ApplicantsLedger {
  /** Numbers that were given. */
  readonly taken: readonly string[];
  /** Applications that were turned away: they must have left nothing. */
  readonly refused: number;
  /** Applications nobody answered: each happened once, or not at all. */
  readonly unknown: number;
}
