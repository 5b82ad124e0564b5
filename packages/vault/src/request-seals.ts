import type { SealedValue } from './vault';

/** A request to another service that has no answer yet, as it stands in the document whose event raised it. */
export interface Pending {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
}
interface Place {
  readonly aggregate: string;
  readonly id: string;
}

/** A release that does not know sealed inputs knows no request of such a name either, and leaves it for one that does. */
const mark = 'sealed ';
const isSealed = ({ name }: Pending) => name.startsWith(mark);
const placeOf = ({ aggregate, id }: Place, request: Pending) => `${aggregate}/${id}/request/${request.id}`;

interface ValueSeals {
  /** Undefined where what is written is not sealed. */
  readonly seal: (value: unknown, place: string) => Promise<SealedValue | undefined>;
  /** Of a value as the database gives it back. */
  readonly open: (sealed: SealedValue, place: string) => Promise<unknown>;
}

/**
 * Seals what pending requests ask – about whom, in which words, with which proof – on their way to the database and back. One that
 * has not changed keeps its seal. Those of the release before are read as they are.
 */
export function requestSeals(seals: ValueSeals) {
  const known = new WeakMap<Pending, Pending>();
  const sealed = async <R extends Pending>(place: Place, request: R): Promise<R> => {
    // Safe here and below: what is kept of a request is that request, with another name and input.
    const before = known.get(request) as R | undefined;
    if (before) return before;
    const input = await seals.seal({ input: request.input }, placeOf(place, request));
    const stored = input ? { ...request, name: mark + request.name, input } : request;
    known.set(request, stored);
    return stored;
  };
  const opened = async <R extends Pending>(place: Place, stored: R): Promise<R> => {
    if (!isSealed(stored)) return stored;
    // Safe: under such a name there is what was sealed above.
    const value = stored.input as SealedValue;
    const { input } = (await seals.open(value, placeOf(place, stored))) as Pending;
    const request = { ...stored, name: stored.name.slice(mark.length), input };
    known.set(request, stored);
    return request;
  };
  return {
    toStore: <R extends Pending>(place: Place, requests: readonly R[]) =>
      Promise.all(requests.map((each) => sealed(place, each))),
    open: opened,
    openAll: <R extends Pending>(place: Place, requests: readonly R[]) =>
      Promise.all(requests.map((each) => opened(place, each))),
    /** Which request it is, sealed or not. */
    nameOf: (request: Pending) => (isSealed(request) ? request.name.slice(mark.length) : request.name),
    /** The names under which a request of this name may be stored. */
    storedNames: (name: string): readonly string[] => [name, mark + name],
  };
}

export type RequestSeals = ReturnType<typeof requestSeals>;
