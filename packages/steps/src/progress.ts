import type { ServiceKind, stepKinds } from './kinds';

/** What is missing for a decision. */
export interface Missing {
  readonly code: string;
  readonly note: string;
}

/** Until when a department promised to decide, and until when it must. */
interface Limits {
  readonly promisedAt?: Date;
  readonly statutoryAt?: Date;
  /** Counted beyond the holiday tables there are. */
  readonly promisedProvisional?: true;
  readonly statutoryProvisional?: true;
}

/** How far a department is with a decision: the statements of casework.v1. */
export type DecisionProgress = { readonly kind: 'decision' } &
  /** `deemed`: nobody spoke in time, so it counts as accepted. */
  (
    | ({ readonly status: 'accepted'; readonly deemed?: boolean } & Limits)
    | ({ readonly status: 'resumed' | 'limits-set' } & Limits)
    | { readonly status: 'supplement'; readonly missing: readonly Missing[]; readonly answerBy?: Date }
    | { readonly status: 'paused'; readonly reason: string; readonly until?: Date }
    | ({ readonly status: 'extended'; readonly days: number; readonly reason: string } & Limits)
    | { readonly status: 'objection-dismissed'; readonly reason: string }
  );

/** What a page shows of a step that a city service performs: the part of its kind. */
export interface Shown {
  readonly payment?: { readonly amountCents: number };
  readonly document?: { readonly number: string };
  readonly appointment?: { readonly beginsAt: Date; readonly endsAt?: Date; readonly place: string };
}

interface ProgressOf<K extends ServiceKind> {
  readonly kind: K;
  readonly status: (typeof stepKinds)[K]['progress'][number];
  /** Until when somebody has to act. */
  readonly until?: Date;
  readonly shown?: Pick<Shown, (typeof stepKinds)[K]['shows']>;
}

/** How far a city service is with a step. */
export type ServiceProgress = { readonly [K in ServiceKind]: ProgressOf<K> }[ServiceKind];

export type Progress = DecisionProgress | ServiceProgress;
