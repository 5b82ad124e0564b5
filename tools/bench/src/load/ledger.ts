/** The applicants' record of what was submitted: the audit compares the subject with it. */
export interface ApplicantsLedger {
  /** Numbers returned. */
  readonly taken: readonly string[];
  /** Number of refused submissions: they must have no effect. */
  readonly refused: number;
  /** Number of unanswered submissions: each has one effect, or none. */
  readonly unknown: number;
}
