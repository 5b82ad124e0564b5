import { type Person, textOf } from './person';
import type { PersonFault, PersonVerifier } from './verify';

/** On whose behalf a called service believes to be called. */
export interface BelievedPersons {
  readonly verify: PersonVerifier;
  /** Whether the caller's word is enough, for one release: a gateway of the release before shows no token. */
  readonly believesWords?: ((caller: string, said: string) => boolean) | undefined;
}

/** Callers that know by themselves who works with them and sign no tokens, and the only role they may name. */
export type OwnPersons = Readonly<Record<string, string>>;

/** Nobody is believed: for a server whose methods ask for no person. */
export const believesNobody: BelievedPersons = { verify: () => 'forged' };

/** What a call says of the person. */
export interface Said {
  readonly token: string | undefined;
  readonly words: string | undefined;
}

export interface Believed {
  readonly onBehalfOf: string | undefined;
  readonly person: Person | undefined;
}
export interface Disbelieved {
  readonly fault: string;
}

const inOwnName: Believed = { onBehalfOf: undefined, person: undefined };
const believe = (person: Person): Believed => ({ onBehalfOf: textOf(person), person });
const unproven: Disbelieved = {
  fault: 'on whose behalf this is called is said and not proved: show a person token (x-person-token)',
};

/** The person of a call, none for one that the caller makes in its own name, or why what is said is not believed. */
export function personOf(
  { token, words }: Said,
  caller: string,
  persons: BelievedPersons,
  own: OwnPersons,
): Believed | Disbelieved | Promise<Believed | Disbelieved> {
  if (token) {
    const found = persons.verify(token, caller);
    return found instanceof Promise ? found.then(judged) : judged(found);
  }
  if (!words) return inOwnName;
  const [, role, id] = /^([a-z]+):(.+)$/.exec(words) ?? [];
  const isOwn = role !== undefined && Object.hasOwn(own, caller) && own[caller] === role;
  if (!isOwn && persons.believesWords?.(caller, words) !== true) return unproven;
  return role && id ? believe({ role, id }) : { onBehalfOf: words, person: undefined };
}

const judged = (found: Person | PersonFault): Believed | Disbelieved =>
  typeof found === 'string' ? { fault: `the person token is refused: ${found}` } : believe(found);
