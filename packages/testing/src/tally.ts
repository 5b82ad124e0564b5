import { casework } from '@lianban/protos';
import { type AnyAggregate, type Refusal, aggregate, aggregateType, commandTo, refuse } from '@lianban/model';

/** A kind small enough to see through: it counts, tells every count, and may pass one on to another document. */
export type TallyCommand =
  | { readonly type: 'Add'; readonly amount: number; readonly passTo?: string }
  | { readonly type: 'Ask' }
  | { readonly type: 'Answer'; readonly amount: number }
  | { readonly type: 'SetAlarm'; readonly at: Date }
  | { readonly type: 'Ring' }
  | { readonly type: 'Break' };
export type TallyEvent =
  | { readonly type: 'Added'; readonly amount: number; readonly passTo?: string }
  | { readonly type: 'Asked' }
  | { readonly type: 'AlarmSet'; readonly at: Date }
  | { readonly type: 'Rang' };
export interface Tally {
  readonly total: number;
  readonly rings: number;
  readonly alarmAt?: Date;
}

function decide(command: TallyCommand): readonly TallyEvent[] | Refusal {
  switch (command.type) {
    case 'Add':
      if (command.amount <= 0) return refuse('not-positive', 'Add a positive amount.', '/amount');
      return [
        command.passTo
          ? { type: 'Added', amount: command.amount, passTo: command.passTo }
          : { type: 'Added', amount: command.amount },
      ];
    case 'Answer':
      return [{ type: 'Added', amount: command.amount }];
    case 'Ask':
      return [{ type: 'Asked' }];
    case 'SetAlarm':
      return [{ type: 'AlarmSet', at: command.at }];
    case 'Ring':
      return [{ type: 'Rang' }];
    case 'Break':
      throw new TypeError('a rule with a bug');
  }
}

function evolve(state: Tally, event: TallyEvent): Tally {
  switch (event.type) {
    case 'Added':
      return { ...state, total: state.total + event.amount };
    case 'AlarmSet':
      return { ...state, alarmAt: event.at };
    case 'Rang':
      return { total: state.total, rings: state.rings + 1 };
    case 'Asked':
      return state;
  }
}

export const TALLIES = aggregateType<Tally, TallyCommand, TallyEvent>('tallies');

export const tally: AnyAggregate = aggregate(TALLIES, {
  // "A/x" and "A/y" are two tallies of one key.
  keyOf: (id) => id.split('/', 1)[0]!,
  decider: {
    initial: (): Tally => ({ total: 0, rings: 0 }),
    decide,
    evolve,
    timeout: (state) => (state.alarmAt ? { at: state.alarmAt, command: { type: 'Ring' } } : undefined),
  },
  announce: {
    Added: (event, state) => ({
      type: casework.v1.ClockPaused,
      value: { reason: `${event.amount} of ${state.total}` },
    }),
    Asked: 'private',
    AlarmSet: 'private',
    Rang: () => ({ type: casework.v1.ClockResumed, value: {} }),
  },
  requests: (event) => (event.type === 'Asked' ? [{ name: 'how-many', input: { of: 'apples' } }] : []),
  policy: (event) =>
    event.type === 'Added' && event.passTo
      ? [commandTo(TALLIES, event.passTo, { type: 'Add', amount: event.amount - 1 })]
      : [],
});

/** A command to the tally of this name. */
export const order = (id: string, command: TallyCommand) => commandTo(TALLIES, id, command);
