import {
  type Attempt,
  type Charge,
  type ChargeDecider,
  type ChargeEvent,
  type Money,
  type Refund,
  type RefundReason,
  attemptOf,
  available,
  chargeRefusals,
  isLive,
  liveAttempt,
  noCharge,
} from './charge';
import { evolveCharge } from './charge-evolve';
import { nextAt } from './ladder';

const hourMs = 3_600_000;
/** A page to pay at is good for two hours. */
const attemptMs = 2 * hourMs;

/** The life of a charge: raised, paid once, given back at most once over. */
export const charge: ChargeDecider = {
  initial: () => noCharge,
  evolve: evolveCharge,
  timeout: (state) =>
    // What may be paid at the channel is closed there first, so that nobody pays for what is over.
    state.status === 'raised' && !liveAttempt(state)
      ? { at: state.payUntil, command: { type: 'ExpireCharge' } }
      : undefined,

  decide(command, state, at) {
    if (command.type === 'RaiseCharge') {
      return state.status === 'none' ? [{ ...command, type: 'ChargeRaised', at }] : [];
    }
    if (state.status === 'none') return chargeRefusals.notFound;
    switch (command.type) {
      case 'StartAttempt':
        return start(state, command.channel, at);
      case 'NoteOpened':
        return has(state, command.attempt, 'created', 'unknown')
          ? [{ type: 'AttemptOpened', attempt: command.attempt, at }]
          : [];
      case 'NoteUnanswered':
        return has(state, command.attempt, 'created')
          ? [{ type: 'AttemptUnanswered', attempt: command.attempt, at }]
          : [];
      case 'NoteClosed':
        return has(state, command.attempt, 'created', 'open', 'unknown')
          ? [{ type: 'AttemptClosed', attempt: command.attempt, at }]
          : [];
      case 'TakeCalls':
        return state.nextCallAt !== null && state.nextCallAt <= at ? [{ type: 'CallsTaken', at }] : [];
      case 'Capture':
        return capture(state, command.money, at);
      case 'CancelCharge':
        if (state.status === 'raised') return [{ type: 'ChargeCancelled', at }];
        return [];
      case 'UndoCharge':
        return undo(state, at);
      case 'ExpireCharge':
        return state.status === 'raised' && !liveAttempt(state) ? [{ type: 'ChargeExpired', at }] : [];
      case 'NoteRefund':
        return settle(state, command.refund, command.outcome, at);
      case 'NoteReceipt':
        return state.receipts.includes(command.receipt) ? [] : [{ type: 'ReceiptNoted', receipt: command.receipt, at }];
    }
  },
};

const has = (state: Charge, number: string, ...statuses: readonly Attempt['status'][]): boolean =>
  statuses.some((status) => attemptOf(state, number)?.status === status);

/** One at a time: what can still be paid is paid by the attempt that is there. */
function start(state: Charge, channel: string, at: Date) {
  if (state.status !== 'raised') return chargeRefusals.notPayable;
  if (liveAttempt(state)) return [];
  if (at >= state.payUntil) return chargeRefusals.tooLate;
  const attempt: Attempt = {
    ...{ number: `${state.number}-${state.attempts.length + 1}`, channel, amount: state.amount, status: 'created' },
    ...{ startedAt: at, closeAt: new Date(Math.min(at.getTime() + attemptMs, state.payUntil.getTime())) },
    ...{ nextQueryAt: nextAt(0, at), queries: 0, transaction: null },
  };
  return [{ type: 'AttemptStarted', attempt, at } as const];
}

function capture(state: Charge, money: Money, at: Date): readonly ChargeEvent[] {
  const attempt = attemptOf(state, money.attempt);
  if (!attempt) return [];
  // Told before, by whichever way.
  if (attempt.transaction === money.transaction) return [];
  const fits = money.isOurs && money.amount === attempt.amount && money.currency === 'CNY';
  if (!fits || attempt.transaction !== null) return [{ type: 'MoneySuspended', money, at }];
  if (state.status === 'raised') return [{ type: 'ChargePaid', money, at }];
  // I2, I7: what nobody owes any more goes back by itself.
  const isTwice = ['paid', 'part-refunded', 'refunded'].includes(state.status);
  const reason: RefundReason = isTwice ? 'paid-twice' : 'paid-late';
  const refund = refundOf(state, attempt.number, attempt.amount, reason, at);
  return [
    { type: 'PaidInVain', money, reason, at },
    { type: 'RefundApproved', refund, at },
  ];
}

const refundOf = (state: Charge, attempt: string, amount: number, reason: RefundReason, at: Date): Refund => ({
  ...{ number: `RF${state.number.slice(2)}-${state.refunds.length + 1}`, attempt, amount, reason },
  ...{ status: 'approved', nextCallAt: at, calls: 0 },
});

/** The application takes back what was granted: what was paid goes back whole, and the step is undone once it has arrived. */
function undo(state: Charge, at: Date): readonly ChargeEvent[] {
  if (state.undoing) return [];
  const paid = state.attempts.find(({ status }) => status === 'paid');
  const left = paid && state.status === 'paid' ? available(state, paid.number) : 0;
  if (!paid || left === 0)
    return [
      { type: 'UndoAsked', at },
      { type: 'ChargeUndone', at },
    ];
  const refund = refundOf(state, paid.number, left, 'undone', at);
  return [
    { type: 'UndoAsked', at },
    { type: 'RefundApproved', refund, at },
  ];
}

function settle(
  state: Charge,
  number: string,
  outcome: 'succeeded' | 'abnormal' | 'closed',
  at: Date,
): readonly ChargeEvent[] {
  const refund = state.refunds.find((each) => each.number === number);
  if (!refund || refund.status === 'succeeded' || refund.status === outcome) return [];
  if (outcome !== 'succeeded') return [{ type: 'RefundFailed', refund, outcome, at }];
  const settled: ChargeEvent = { type: 'RefundSettled', refund, at };
  return state.undoing && refund.reason === 'undone' ? [settled, { type: 'ChargeUndone', at }] : [settled];
}

/** What of a charge has to be asked or told at the channel now. */
export function callsDue(state: Charge, now: Date) {
  return {
    attempts: state.attempts.filter((each) => isLive(each) && each.nextQueryAt !== null && each.nextQueryAt <= now),
    refunds: state.refunds.filter(({ nextCallAt }) => nextCallAt !== null && nextCallAt <= now),
  };
}

/** Whether an attempt is closed at the channel when it is not paid: its time is over, or nobody owes it any more. */
export const isToClose = ({ status }: Charge, { closeAt }: Attempt, now: Date): boolean =>
  status !== 'raised' || closeAt <= now;
