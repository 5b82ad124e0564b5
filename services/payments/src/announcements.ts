import type { Announcements, PublishedEvent } from '@lianban/model';
import { type MessageType, steps } from '@lianban/protos';
import type { Charge, ChargeEvent } from './domain/charge';

const { v1 } = steps;

const says = <T>(type: MessageType<T>, { ref }: Charge, value: T): PublishedEvent => ({
  type,
  value,
  subject: `${ref.applicationNumber}/${ref.step}`,
});

const refOf = ({ ref: { applicationNumber, step, item } }: Charge): steps.v1.StepRef => ({
  ...{ applicationNumber, step, item, service: 'payments', kind: v1.Kind.PAYMENT },
});

const progressed = (state: Charge, status: 'payable' | 'processing', at: Date): PublishedEvent =>
  says(v1.StepProgressed, state, {
    ...{ ref: refOf(state), status, progressedAt: at, until: status === 'payable' ? state.payUntil : undefined },
    ...{ payment: { amountCents: state.amount }, document: undefined, appointment: undefined },
  });

const finished = (state: Charge, outcome: steps.v1.Outcome, reason: string, finishedAt: Date): PublishedEvent => {
  const facts = outcome === v1.Outcome.GRANTED ? { amountCents: state.amount } : {};
  return says(v1.StepFinished, state, { ref: refOf(state), outcome, reason, facts, finishedAt });
};

/** What the application hears of its fee, in steps.v1. */
export const announceCharge: Announcements<ChargeEvent, Charge> = {
  ChargeRaised: ({ at }, state) =>
    state.status === 'free' ? finished(state, v1.Outcome.GRANTED, 'free', at) : progressed(state, 'payable', at),
  AttemptStarted: 'private',
  AttemptOpened: 'private',
  AttemptUnanswered: 'private',
  AttemptClosed: 'private',
  CallsTaken: 'private',
  ChargePaid: ({ at }, state) => finished(state, v1.Outcome.GRANTED, 'paid', at),
  PaidInVain: 'private',
  MoneySuspended: 'private',
  ChargeCancelled: ({ at }, state) => says(v1.StepCancelled, state, { ref: refOf(state), cancelledAt: at }),
  ChargeExpired: ({ at }, state) => finished(state, v1.Outcome.REFUSED, 'not-paid', at),
  UndoAsked: 'private',
  RefundApproved: 'private',
  RefundSettled: 'private',
  RefundFailed: 'private',
  ChargeUndone: ({ at }, state) => says(v1.StepUndone, state, { ref: refOf(state), undoneAt: at }),
  ReceiptNoted: 'private',
};
