import { type Attempt, type Charge, type ChargeEvent, type Refund, isLive, noCharge } from './charge';
import { nextAt } from './ladder';

/** The state after an event, with when the channel is to be called next. */
export function evolveCharge(state: Charge, event: ChargeEvent): Charge {
  const next = changed(state, event);
  const due = [
    ...next.attempts.filter(isLive).map(({ nextQueryAt }) => nextQueryAt),
    ...next.refunds.map(({ nextCallAt }) => nextCallAt),
  ].filter((each) => each !== null);
  return {
    ...next,
    nextCallAt: due.length > 0 ? new Date(Math.min(...due.map((each) => each.getTime()))) : null,
  };
}

function changed(state: Charge, event: ChargeEvent): Charge {
  const { at } = event;
  switch (event.type) {
    case 'ChargeRaised': {
      const { ref, number, residentId, amount, law, payUntil } = event;
      const isFree = amount === 0;
      return {
        ...noCharge,
        ref,
        number,
        residentId,
        amount,
        law,
        payUntil,
        raisedAt: at,
        status: isFree ? 'free' : 'raised',
      };
    }
    case 'AttemptStarted':
      return { ...state, attempts: [...state.attempts, event.attempt] };
    case 'AttemptOpened':
      return withAttempt(state, event.attempt, { status: 'open' });
    case 'AttemptUnanswered':
      return withAttempt(state, event.attempt, { status: 'unknown' });
    case 'AttemptClosed':
      return withAttempt(state, event.attempt, { status: 'closed', nextQueryAt: null });
    case 'CallsTaken':
      return {
        ...state,
        attempts: state.attempts.map((each) => (isDue(each.nextQueryAt, at) ? asked(each, at) : each)),
        refunds: state.refunds.map((each) => (isDue(each.nextCallAt, at) ? called(each, at) : each)),
      };
    case 'ChargePaid':
      return { ...captured(state, event.money), status: 'paid', paidAt: at };
    case 'PaidInVain':
      return captured(state, event.money);
    case 'MoneySuspended': {
      const { attempt, transaction } = event.money;
      const known = state.attempts.find(({ number }) => number === attempt);
      const held = { ...state, needsOperator: true };
      // A second payment of an attempt that was paid rightly leaves that as it is.
      return known?.transaction === null
        ? withAttempt(held, attempt, { status: 'suspense', transaction, nextQueryAt: null })
        : held;
    }
    case 'ChargeCancelled':
      // What is still open at the channel is closed there at once.
      return {
        ...state,
        status: 'cancelled',
        attempts: state.attempts.map((each) => (isLive(each) ? { ...each, nextQueryAt: at } : each)),
      };
    case 'ChargeExpired':
      return { ...state, status: 'expired' };
    case 'UndoAsked':
      return { ...state, undoing: true };
    case 'RefundApproved':
      return { ...state, refunds: [...state.refunds, event.refund] };
    case 'RefundSettled':
      return withBalance(withRefund(state, event.refund.number, { status: 'succeeded', nextCallAt: null }));
    case 'RefundFailed':
      return {
        ...withRefund(state, event.refund.number, { status: event.outcome, nextCallAt: null }),
        needsOperator: true,
      };
    case 'ChargeUndone':
      return state;
    case 'ReceiptNoted':
      return { ...state, receipts: [...state.receipts, event.receipt] };
  }
}

const isDue = (when: Date | null, now: Date): boolean => when !== null && when <= now;
const asked = (attempt: Attempt, at: Date): Attempt => ({
  ...attempt,
  queries: attempt.queries + 1,
  nextQueryAt: nextAt(attempt.queries + 1, at),
});
const called = (refund: Refund, at: Date): Refund => ({
  ...refund,
  status: 'sent',
  calls: refund.calls + 1,
  nextCallAt: nextAt(refund.calls, at),
});

const captured = (state: Charge, { attempt, transaction }: { attempt: string; transaction: string }): Charge =>
  withAttempt(state, attempt, { status: 'paid', transaction, nextQueryAt: null });

const withAttempt = (state: Charge, number: string, more: Partial<Attempt>): Charge => ({
  ...state,
  attempts: state.attempts.map((each) => (each.number === number ? { ...each, ...more } : each)),
});
const withRefund = (state: Charge, number: string, more: Partial<Refund>): Charge => ({
  ...state,
  refunds: state.refunds.map((each) => (each.number === number ? { ...each, ...more } : each)),
});

/** How much of what was owed went back: what was paid in vain is not part of it. */
function withBalance(state: Charge): Charge {
  if (state.status !== 'paid' && state.status !== 'part-refunded') return state;
  const back = state.refunds.filter(({ status, reason }) => status === 'succeeded' && reason === 'undone');
  const sum = back.reduce((all, { amount }) => all + amount, 0);
  return { ...state, status: sum === 0 ? state.status : sum >= state.amount ? 'refunded' : 'part-refunded' };
}
