/** What is missing for a decision. */
export interface Missing {
  readonly code: string;
  readonly note: string;
}

/** Until when a department promised to decide, and until when it must. */
interface Limits {
  readonly promisedAt?: Date;
  readonly statutoryAt?: Date;
}

/** How far a department is with a decision: the statements of casework.v1. */
export type DecisionProgress = { readonly kind: 'decision' } & (
  | ({ readonly status: 'accepted' | 'resumed' } & Limits)
  | { readonly status: 'supplement'; readonly missing: readonly Missing[]; readonly answerBy?: Date }
  | { readonly status: 'paused'; readonly reason: string; readonly until?: Date }
  | ({ readonly status: 'extended'; readonly days: number; readonly reason: string } & Limits)
  | { readonly status: 'objection-dismissed'; readonly reason: string }
);

export type Progress = DecisionProgress;
