import { type Decider, type Refusal, refuse } from '@lianban/model';
import { rulesOf } from './given';
import { storedAndLoaded } from './plain-data';

interface State {
  readonly seats: readonly number[];
  readonly extra?: unknown;
}
type Command = { readonly type: 'Take'; readonly seat: number };
type Event = { readonly type: 'Taken'; readonly seat: number };

const now = new Date('2026-03-02T02:30:00Z');
const taken = (seat: number): Event => ({ type: 'Taken', seat });
const take = (seat: number): Command => ({ type: 'Take', seat });

const seats = (evolve: (state: State, event: Event) => State): Decider<State, Command, Event> => ({
  initial: () => ({ seats: [] }),
  decide: ({ seat }, state): readonly Event[] | Refusal =>
    state.seats.includes(seat) ? refuse('seat-taken', 'Take another one.', '/seat') : [taken(seat)],
  evolve,
});

const good = rulesOf(seats((state, { seat }) => ({ seats: [...state.seats, seat] })));

test('says what happened and what was refused, and fails when that is not so', () => {
  const answer = good.given([taken(1)], now).when(take(2));
  answer.then([taken(2)]);
  answer.thenTypes('Taken');
  answer.thenHappened({ type: 'Taken', seat: 2 });
  expect(answer.state).toEqual({ seats: [1, 2] });
  expect(() => answer.then([taken(3)])).toThrow();
  expect(() => answer.thenHappened({ type: 'Taken', seat: 3 })).toThrow();
  expect(() => answer.thenHappened({ type: 'Given' })).toThrow();
  expect(() => answer.thenNothing()).toThrow();
  expect(() => answer.thenRefused('seat-taken')).toThrow(/was not refused/);

  const again = good.given([taken(1)], now).when(take(1));
  again.thenRefused('seat-taken', '/seat');
  expect(() => again.thenRefused('seat-broken')).toThrow();
  expect(() => again.then([])).toThrow(/was refused/);
});

test('catches a rule that changes the state it was given', () => {
  const bad = rulesOf(
    seats((state, { seat }) => {
      (state.seats as number[]).push(seat);
      return state;
    }),
  );
  expect(() => bad.given([taken(1)], now)).toThrow(TypeError);
});

test.each([undefined, new Map(), new Set(), () => 1, Number.NaN, new Date('never'), new (class Seat {})()])(
  'catches a state that no database keeps: %p',
  (extra) => {
    const bad = rulesOf(seats((state) => ({ ...state, extra: { of: [extra] } })));
    expect(() => bad.given([taken(1)], now)).toThrow(/state\.extra\.of\[0\] is not plain data/);
  },
);

test('plain data comes back as it was', () => {
  const data = { at: now, list: [1, 'two', null, { three: true }] };
  expect(storedAndLoaded(data)).toEqual(data);
  expect(storedAndLoaded(data).at).not.toBe(now);
});
