import type { AskedAct, Terms } from './entitlement';
import type { Month } from './month';

interface Caused {
  /** Why, as a code. */
  readonly cause: string;
}

/** Months may have passed: what is learnt late counts from the month it belongs to. */
export type EntitlementCommand =
  /** Of one that was revoked: it goes on, on these terms. */
  | ({ readonly type: 'Start'; readonly terms: Terms } & Caused)
  | ({ readonly type: 'Change'; readonly from: Month; readonly amountFen?: number } & Caused)
  | ({ readonly type: 'Suspend'; readonly from: Month } & Caused)
  /** Also what was stopped in error; with `stoppedFor` only what was stopped for that cause. */
  | ({
      readonly type: 'Resume';
      readonly from: Month;
      readonly arrears: boolean;
      readonly stoppedFor?: string;
    } & Caused)
  | ({ readonly type: 'Stop'; readonly from: Month } & Caused)
  /** It should never have been granted: stopped from the next month on, and what fell due is overpaid. */
  | ({ readonly type: 'Revoke' } & Caused)
  /** It must be looked at by this day, YYYY-MM-DD. */
  | ({ readonly type: 'AskRecheck'; readonly by: string } & Caused)
  /** It was looked at on this day, YYYY-MM-DD, and is due as before. */
  | ({ readonly type: 'Confirm'; readonly on: string } & Caused)
  /** An officer asks for what moves money; another one answers. */
  | ({
      readonly type: 'AskAct';
      readonly act: AskedAct['act'];
      readonly from: Month;
      readonly arrears: boolean;
      readonly officer: string;
    } & Caused)
  | { readonly type: 'AnswerAct'; readonly approve: boolean; readonly officer: string }
  /** Something known beforehand has come: a step, a recheck, the end. */
  | { readonly type: 'Wake' };

export type CommandOf<T extends EntitlementCommand['type']> = Extract<EntitlementCommand, { type: T }>;
