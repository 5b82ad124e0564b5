import { casework } from '@lianban/protos';
import { type Refusal, refuse, type AnyKind, kind } from '@lianban/model';

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

export const tally: AnyKind = kind<Tally, TallyCommand, TallyEvent>({
  name: 'tallies',
  decider: {
    initial: () => ({ total: 0, rings: 0 }),
    decide,
    evolve,
    wake: (state) => (state.alarmAt ? { at: state.alarmAt, command: { type: 'Ring' } } : undefined),
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
  ask: (event) => (event.type === 'Asked' ? [{ name: 'how-many', input: { of: 'apples' } }] : []),
  follow: (event) =>
    event.type === 'Added' && event.passTo
      ? [{ kind: 'tallies', id: event.passTo, command: { type: 'Add', amount: event.amount - 1 } as TallyCommand }]
      : [],
});

/** A command to the tally of this name. */
export const order = (id: string, command: TallyCommand) => ({ kind: 'tallies', id, command });
