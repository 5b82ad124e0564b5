import type { AskAbout } from './four-eyes';
import type { Facts, Material, Missing, Outcome, StepRequest } from './item';

/** What applications, officers, other services and passing time ask of a case. */
export type CaseCommand =
  | { readonly type: 'ReceiveStep'; readonly request: StepRequest }
  /** `providedAt` tells a repeated delivery from a second answer. */
  | {
      readonly type: 'ProvideSupplement';
      readonly answers: Facts;
      readonly materials: readonly Material[];
      readonly providedAt?: Date;
      /** The agent who provided it in the resident's name. */
      readonly providedBy?: string;
    }
  | { readonly type: 'Accept'; readonly officer: string }
  | { readonly type: 'RequestSupplement'; readonly officer: string; readonly missing: readonly Missing[] }
  /** `reason` is a kebab-case code: "hearing", "inspection", "expert-review" (行政许可法 art. 45). */
  | { readonly type: 'Pause'; readonly officer: string; readonly reason: string }
  | { readonly type: 'Resume'; readonly officer: string }
  /** `days` are working days; `reason` is a kebab-case code. */
  | { readonly type: 'AskExtension'; readonly officer: string; readonly days: number; readonly reason: string }
  /** `officer` is a supervisor. */
  | { readonly type: 'ApproveExtension'; readonly officer: string }
  | { readonly type: 'RefuseExtension'; readonly officer: string }
  /** `reason` is a kebab-case code; a granting officer may leave it empty, the rule's own is taken. */
  | {
      readonly type: 'Decide';
      readonly officer: string;
      readonly outcome: Outcome;
      readonly reason: string;
      readonly findings: Facts;
    }
  /** `officer` is a supervisor, another than whoever asked to grant so much money. */
  | { readonly type: 'ApproveDecision'; readonly officer: string }
  | { readonly type: 'RefuseDecision'; readonly officer: string }
  /**
   * A decision made in error: `officer`, a supervisor, asks another to put it right. `reason` is a kebab-case code; `findings`
   * replace those of the decision, by name.
   */
  | {
      readonly type: 'AskCorrection';
      readonly officer: string;
      readonly outcome: Outcome;
      readonly reason: string;
      readonly findings: Facts;
    }
  | { readonly type: 'ApproveCorrection'; readonly officer: string }
  | { readonly type: 'RefuseCorrection'; readonly officer: string }
  /** `officer` takes back what they asked a second person for. */
  | { readonly type: 'WithdrawAsk'; readonly officer: string; readonly about: AskAbout }
  /** An officer takes the case in hand, or lets go of it. */
  | { readonly type: 'Claim'; readonly officer: string }
  | { readonly type: 'Release'; readonly officer: string; readonly supervisor: boolean }
  /** `officer` is the supervisor who hands the case to the officer `to`. */
  | { readonly type: 'Reassign'; readonly officer: string; readonly to: string }
  /**
   * `objection` is its number; without `raisedAt` it counts as raised when it is handled. `review`: it asks that a person looks at
   * what a rule refused.
   */
  | { readonly type: 'RaiseObjection'; readonly objection: string; readonly raisedAt?: Date; readonly review?: boolean }
  | { readonly type: 'Cancel'; readonly reason: string }
  | { readonly type: 'Compensate'; readonly reason: string }
  /** A fact the item needs is known now. `value` is plain data. */
  | { readonly type: 'Learn'; readonly name: string; readonly value: unknown }
  /** The fact cannot be had from where it was asked; `why` is a kebab-case code. */
  /** `missing`: what the resident can hand in so that it is told after all; without it the fact will not come. */
  | {
      readonly type: 'LearnFailed';
      readonly name: string;
      readonly why: string;
      readonly missing?: readonly Missing[];
    }
  /** Before a person's decision: what was learnt too long ago is asked again. */
  | { readonly type: 'AskAgain' }
  /**
   * The fact is not there yet (a place on a waiting list) and is given up at `until`; `reason` is a kebab-case code.
   * `place` counts from 1, where those who wait stand in a line.
   */
  | {
      readonly type: 'Wait';
      readonly name: string;
      readonly reason: string;
      readonly until: Date;
      readonly place?: number;
    }
  /** A holiday table has come since its dates were counted. */
  | { readonly type: 'SetDates' }
  /** A moment announced by `wake` has passed. */
  | { readonly type: 'Wake' };

export type CommandOf<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;
