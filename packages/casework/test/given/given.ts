import assert from 'node:assert/strict';
import { type Decider, type Refusal, type Typed, isRefusal } from '@lianban/model';
import { deepFreeze, storedAndLoaded } from './plain-data';

/** What a decider answered, ready to be compared. */
export interface Answer<S, E> {
  /** Exactly these events happen. */
  then(events: readonly E[]): void;
  /** Events of these types happen, in this order. */
  thenTypes(...types: readonly string[]): void;
  /** One of the events that happen has these fields. */
  thenHappened(fields: { readonly type: string } & Readonly<Record<string, unknown>>): void;
  thenNothing(): void;
  thenRefused(slug: string, pointer?: string): void;
  /** The state after the events, or the state before a refusal. */
  readonly state: S;
  readonly events: readonly E[];
}

export interface Given<S, C, E> {
  /** Decides `command` at `now` (the last given moment unless told). */
  when(command: C, now?: Date): Answer<S, E>;
  readonly state: S;
}

/**
 * given / when / then for any decider. Every state is deep-frozen, so that a rule that changes what it was given throws,
 * and goes through a copy such as the database makes, so that a state that is no plain data fails at once.
 */
export const rulesOf = <S, C extends Typed, E extends Typed>(decider: Decider<S, C, E>, id = 'application/step') => {
  const evolve = (state: S, events: readonly E[]): S =>
    events.reduce((before, event) => {
      const after = deepFreeze(decider.evolve(before, deepFreeze(event)));
      return deepFreeze(storedAndLoaded(after));
    }, state);

  const from = (state: S, latest: Date): Given<S, C, E> => ({
    state,
    when: (command, now = latest) => answer(decider.decide(deepFreeze(command), state, now), state),
  });

  const answer = (decision: readonly E[] | Refusal, before: S): Answer<S, E> => {
    const refusal = isRefusal(decision) ? decision : undefined;
    const events = isRefusal(decision) ? [] : decision;
    const happens = (): readonly E[] => {
      assert.equal(refusal, undefined, `The command was refused: ${refusal?.detail}`);
      return events;
    };
    return {
      events,
      state: evolve(before, events),
      then: (expected) => assert.deepEqual(happens(), expected),
      thenTypes: (...types) =>
        assert.deepEqual(
          happens().map((event) => event.type),
          types,
        ),
      thenHappened: (fields) =>
        assert.partialDeepStrictEqual(
          happens().find((event) => event.type === fields.type),
          fields,
        ),
      thenNothing: () => assert.deepEqual(happens(), []),
      thenRefused(slug, pointer) {
        assert.ok(refusal, `The command was not refused: ${events.map((event) => event.type).join(', ')} happened`);
        assert.equal(refusal.refused, slug);
        if (pointer !== undefined) assert.equal(refusal.pointer, pointer);
      },
    };
  };

  return {
    /** `events` have happened; `now` is the moment of the commands that follow unless they say their own. */
    given: (events: readonly E[], now: Date) => from(evolve(deepFreeze(decider.initial(id)), events), now),
    /** The case stands here already, as `state` of an earlier answer says. */
    givenState: (state: S, now: Date) => from(deepFreeze(state), now),
  };
};
