import type { Decider, Refusal } from '@lianban/model';

/** A text in both languages, as the catalogue has it. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The step of an application that a charge is for. */
export interface ChargeRef {
  readonly applicationNumber: string;
  readonly step: string;
  readonly item: string;
  /** Of the application, by its code: a mandate may be for some packages alone. */
  readonly package: string;
}

/**
 * One go at paying, by its number at the channel 商户订单号. The amount never changes: another amount is another attempt. `unknown`: the
 * channel has not answered whether it knows of it.
 */
export interface Attempt {
  readonly number: string;
  readonly channel: string;
  readonly amount: number;
  readonly status: 'created' | 'open' | 'unknown' | 'paid' | 'closed' | 'suspense';
  readonly startedAt: Date;
  /** From then on it is closed at the channel. */
  readonly closeAt: Date;
  /** I6: an attempt that may still be paid is asked about. */
  readonly nextQueryAt: Date | null;
  readonly queries: number;
  readonly transaction: string | null;
}

export type RefundReason = 'undone' | 'paid-twice' | 'paid-late';

/** Money on its way back, by its number at the channel 商户退款单号. A retry keeps the number: a new one would pay twice. */
export interface Refund {
  readonly number: string;
  readonly attempt: string;
  readonly amount: number;
  readonly reason: RefundReason;
  readonly status: 'approved' | 'sent' | 'succeeded' | 'abnormal' | 'closed';
  readonly nextCallAt: Date | null;
  readonly calls: number;
}

export type ChargeStatus = 'none' | 'free' | 'raised' | 'paid' | 'part-refunded' | 'refunded' | 'cancelled' | 'expired';

export interface Charge {
  readonly status: ChargeStatus;
  readonly ref: ChargeRef;
  /** CH…: what the channel and people know it by. */
  readonly number: string;
  readonly residentId: string;
  readonly amount: number;
  readonly law: Words;
  readonly raisedAt: Date;
  readonly payUntil: Date;
  readonly paidAt: Date | null;
  readonly attempts: readonly Attempt[];
  readonly refunds: readonly Refund[];
  readonly receipts: readonly string[];
  readonly undoing: boolean;
  /** Money came that does not fit (I5), or a refund the channel will not make: somebody has to look. */
  readonly needsOperator: boolean;
  /** When the channel has to be asked or told something next. */
  readonly nextCallAt: Date | null;
}

/** What a channel vouches for: from a verified notification, a query or the bill (I4), never from a browser that comes back. */
export interface Money {
  readonly attempt: string;
  readonly transaction: string;
  /** Whether merchant and application are ours. */
  readonly isOurs: boolean;
  readonly amount: number;
  readonly currency: string;
}

export type ChargeCommand =
  | {
      readonly type: 'RaiseCharge';
      readonly ref: ChargeRef;
      readonly number: string;
      readonly residentId: string;
      readonly amount: number;
      readonly law: Words;
      readonly payUntil: Date;
    }
  | { readonly type: 'StartAttempt'; readonly channel: string }
  | { readonly type: 'NoteOpened'; readonly attempt: string }
  | { readonly type: 'NoteUnanswered'; readonly attempt: string }
  | { readonly type: 'TakeCalls' }
  | { readonly type: 'NoteClosed'; readonly attempt: string }
  | { readonly type: 'Capture'; readonly money: Money }
  | { readonly type: 'CancelCharge' }
  | { readonly type: 'UndoCharge' }
  | { readonly type: 'ExpireCharge' }
  | { readonly type: 'NoteRefund'; readonly refund: string; readonly outcome: 'succeeded' | 'abnormal' | 'closed' }
  | { readonly type: 'NoteReceipt'; readonly receipt: string };

export type ChargeEvent = { readonly at: Date } & (
  | ({ readonly type: 'ChargeRaised' } & Omit<Extract<ChargeCommand, { type: 'RaiseCharge' }>, 'type'>)
  | { readonly type: 'AttemptStarted'; readonly attempt: Attempt }
  | { readonly type: 'AttemptOpened'; readonly attempt: string }
  | { readonly type: 'AttemptUnanswered'; readonly attempt: string }
  | { readonly type: 'AttemptClosed'; readonly attempt: string }
  | { readonly type: 'CallsTaken' }
  | { readonly type: 'ChargePaid'; readonly money: Money }
  | { readonly type: 'PaidInVain'; readonly money: Money; readonly reason: RefundReason }
  | { readonly type: 'MoneySuspended'; readonly money: Money }
  | { readonly type: 'ChargeCancelled' }
  | { readonly type: 'ChargeExpired' }
  | { readonly type: 'UndoAsked' }
  | { readonly type: 'RefundApproved'; readonly refund: Refund }
  | { readonly type: 'RefundSettled'; readonly refund: Refund }
  | { readonly type: 'RefundFailed'; readonly refund: Refund; readonly outcome: 'abnormal' | 'closed' }
  | { readonly type: 'ChargeUndone' }
  | { readonly type: 'ReceiptNoted'; readonly receipt: string }
);

export type ChargeDecider = Decider<Charge, ChargeCommand, ChargeEvent>;

const never = new Date(0);

export const noCharge: Charge = {
  ...{ status: 'none', number: '', residentId: '', amount: 0, undoing: false, needsOperator: false, nextCallAt: null },
  ref: { applicationNumber: '', step: '', item: '', package: '' },
  law: { zh: '', en: '' },
  ...{ raisedAt: never, payUntil: never, paidAt: null },
  ...{ attempts: [], refunds: [], receipts: [] },
};

/** What may still be paid at the channel. */
export const isLive = ({ status }: Attempt): boolean => ['created', 'open', 'unknown'].includes(status);
export const liveAttempt = ({ attempts }: Charge): Attempt | undefined => attempts.find(isLive);
export const attemptOf = ({ attempts }: Charge, number: string): Attempt | undefined =>
  attempts.find((each) => each.number === number);

const sum = (refunds: readonly Refund[]): number => refunds.reduce((all, { amount }) => all + amount, 0);

/** I3: what was captured by this attempt less what goes back or went back. */
export function available({ attempts, refunds }: Charge, number: string): number {
  const attempt = attempts.find((each) => each.number === number);
  if (!attempt || attempt.transaction === null || attempt.status === 'suspense') return 0;
  return attempt.amount - sum(refunds.filter((each) => each.attempt === number && each.status !== 'closed'));
}

export const chargeRefusals = {
  notFound: { refused: 'charge-not-found', detail: 'There is no such charge.' },
  notPayable: { refused: 'charge-not-payable', detail: 'There is nothing to pay here any more.' },
  tooLate: { refused: 'charge-too-late', detail: 'The time to pay is over.' },
} satisfies Record<string, Refusal>;
