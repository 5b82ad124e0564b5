import { eventHandler } from '@lianban/inbox';
import { type PublishedEvent, aggregate, aggregateType, commandTo } from '@lianban/model';
import { type MessageType, steps } from '@lianban/protos';
import type { ServiceSpec } from '@lianban/runtime';
import { requestTopics, stepContradictionOf } from '@lianban/steps';

const { v1 } = steps;

/** A charge of the throw-away city service: what happened to it, in order. */
export interface Charge {
  readonly ref: steps.v1.StepRef | null;
  readonly happened: readonly Event['type'][];
}

type Command =
  | { readonly type: 'Raise'; readonly ref: steps.v1.StepRef }
  | { readonly type: 'Pay' }
  | { readonly type: 'Cancel' }
  | { readonly type: 'Refund' };

interface Event {
  readonly type: 'Raised' | 'Paid' | 'Cancelled' | 'Refunded';
  readonly ref: steps.v1.StepRef;
  readonly at: Date;
}

const outcomes = { Pay: 'Paid', Cancel: 'Cancelled', Refund: 'Refunded' } as const;

/** What has to have happened last, before this can be done: a charge that is paid is not cancelled any more. */
const after = { Pay: 'Raised', Cancel: 'Raised', Refund: 'Paid' } as const;

export const CHARGES = aggregateType<Charge, Command, Event>('charges');
export const AMOUNT = 12_000;
export const PAY_BY = new Date('2026-03-09T15:59:59.999Z');

const says = <T>(type: { readonly $type: string }, ref: steps.v1.StepRef, value: T): PublishedEvent => ({
  type: type as MessageType,
  value,
  subject: `${ref.applicationNumber}/${ref.step}`,
});

const charges = aggregate(CHARGES, {
  decider: {
    initial: () => ({ ref: null, happened: [] }),
    decide(command, { ref, happened }, now): readonly Event[] {
      // Asked for again it is raised again, so that a test sees whether it was.
      if (command.type === 'Raise') return [{ type: 'Raised', ref: command.ref, at: now }];
      if (happened.at(-1) !== after[command.type]) return [];
      return [{ type: outcomes[command.type], ref: ref!, at: now }];
    },
    evolve: ({ happened }, { type, ref }) => ({ ref, happened: [...happened, type] }),
  },
  announce: {
    Raised: ({ ref, at }) =>
      says(v1.StepProgressed, ref, {
        ...v1.StepProgressed.fromPartial({ ref, status: 'payable', progressedAt: at, until: PAY_BY }),
        payment: { amountCents: AMOUNT },
      }),
    Paid: ({ ref, at: finishedAt }) => {
      const facts = { amountCents: AMOUNT };
      return says(v1.StepFinished, ref, { ref, outcome: v1.Outcome.GRANTED, reason: 'paid', facts, finishedAt });
    },
    Cancelled: ({ ref, at }) => says(v1.StepCancelled, ref, { ref, cancelledAt: at }),
    Refunded: ({ ref, at }) => says(v1.StepUndone, ref, { ref, undoneAt: at }),
  },
  keyOf: (id) => id.split('/', 1)[0]!,
});

type Ref = steps.v1.StepRef | undefined;
const chargeOf = (ref: Ref) => `${ref?.applicationNumber}/${ref?.step}`;
const to = (ref: Ref, command: Command) => commandTo(CHARGES, chargeOf(ref), command);

/** A city service that takes payments, as small as one can be: made, run and removed by a test. */
export const payments: ServiceSpec<undefined> = {
  name: 'payments',
  compose: () => ({
    topic: 'payments.v1',
    aggregates: [charges],
    subscriptions: [
      {
        topic: requestTopics.of('payments'),
        owner: requestTopics.ASKER,
        addressee: 'payments',
        handlers: [
          eventHandler(v1.StepRequested, ({ ref }) => to(ref, { type: 'Raise', ref: ref! })),
          eventHandler(v1.StepCancellationRequested, ({ ref }) => to(ref, { type: 'Cancel' })),
          eventHandler(v1.StepUndoRequested, ({ ref }) => to(ref, { type: 'Refund' })),
        ],
        contradiction: (message, envelope) => stepContradictionOf(message, envelope, 'payments'),
        sequenceOwner: ({ subject: id }) => ({ aggregate: CHARGES.name, id }),
      },
    ],
  }),
};
