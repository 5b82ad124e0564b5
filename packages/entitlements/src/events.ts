import type { AskedAct, OverpaidMonth, Terms } from './entitlement';
import type { Month } from './month';

interface Happened<T extends string> {
  readonly type: T;
  /** As a code. */
  readonly cause: string;
  readonly at: Date;
}

export type EntitlementStarted = Happened<'EntitlementStarted'> & { readonly terms: Terms };
/** The amount is another from a month on; `isStep` when it was known beforehand. */
export type EntitlementChanged = Happened<'EntitlementChanged'> & {
  readonly from: Month;
  readonly amountFen?: number;
  readonly isStep?: true;
};
export type EntitlementSuspended = Happened<'EntitlementSuspended'> & { readonly from: Month };
export type EntitlementResumed = Happened<'EntitlementResumed'> & { readonly from: Month; readonly arrears: boolean };
/** `isRevoked`: it was never due. */
export type EntitlementStopped = Happened<'EntitlementStopped'> & { readonly from: Month; readonly isRevoked?: true };
/** All that is overpaid, in place of what was said before. */
export type EntitlementOverpaid = Happened<'EntitlementOverpaid'> & { readonly months: readonly OverpaidMonth[] };
/** `by` is the day it was to be looked at. */
export type EntitlementRecheckDue = Happened<'EntitlementRecheckDue'> & { readonly by: string };
/** It was looked at, and is due as before; `by` is the day of the next time. */
export type EntitlementConfirmed = Happened<'EntitlementConfirmed'> & { readonly by: string };

/** Said to nobody outside: it may be refused. */
export type EntitlementActAsked = Happened<'EntitlementActAsked'> & Omit<AskedAct, 'at' | 'cause'>;
export interface EntitlementActAnswered {
  readonly type: 'EntitlementActAnswered';
  readonly approved: boolean;
  readonly officer: string;
  readonly at: Date;
}

export type EntitlementEvent =
  | EntitlementStarted
  | EntitlementChanged
  | EntitlementSuspended
  | EntitlementResumed
  | EntitlementStopped
  | EntitlementOverpaid
  | EntitlementRecheckDue
  | EntitlementConfirmed
  | EntitlementActAsked
  | EntitlementActAnswered;
