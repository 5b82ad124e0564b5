import type { Refusal } from '@lianban/model';
import type { KnownMandate } from './mandate';
import { isWaiting } from './mandate-decider';

/** Demo values: so many mandates one person may have asked for that nobody has answered, and so many of them of one other. */
export const MOST_OPEN_ASKS = 10;
export const MOST_OPEN_ASKS_OF_ONE = 3;

/**
 * Asking costs nothing and shows in somebody else's list: whoever floods it is stopped. How many others ask the same person is
 * not counted, or two strangers could keep a child from asking.
 * @param asked what the asker has asked for of anybody
 */
export function tooManyOpenAsks(asked: readonly KnownMandate[], principalId: string, at: Date): Refusal | undefined {
  const open = asked.filter((each) => isWaiting(each, at));
  if (open.filter((each) => each.principalId === principalId).length >= MOST_OPEN_ASKS_OF_ONE)
    return no(`${MOST_OPEN_ASKS_OF_ONE} mandates that this person has not answered`);
  return open.length >= MOST_OPEN_ASKS ? no(`${MOST_OPEN_ASKS} mandates that nobody has answered`) : undefined;
}

const no = (what: string): Refusal => ({
  refused: 'too-many-open-asks',
  detail: `You have asked for ${what}: wait for an answer, or withdraw one.`,
});
