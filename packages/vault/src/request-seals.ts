import type { DocumentSeals } from './document-seals';

/** A request to another service that has no answer yet, as it stands in the document whose event raised it. */
interface Pending {
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

/**
 * Seals what pending requests ask – about whom, in which words, with which proof – on their way to the database and back. One that
 * has not changed keeps its seal. Those of the release before are read as they are.
 */
export function requestSeals<R extends Pending>(seals: Pick<DocumentSeals, 'sealValue' | 'openValue'>) {
  const known = new WeakMap<R, R>();
  const sealed = async (place: Place, request: R): Promise<R> => {
    const before = known.get(request);
    if (before) return before;
    const input = await seals.sealValue({ input: request.input }, placeOf(place, request));
    const stored = input ? { ...request, name: mark + request.name, input } : request;
    known.set(request, stored);
    return stored;
  };
  const opened = async (place: Place, stored: R): Promise<R> => {
    if (!isSealed(stored)) return stored;
    // Safe: under such a name there is what was sealed above.
    const value = stored.input as Parameters<DocumentSeals['openValue']>[0];
    const { input } = (await seals.openValue(value, placeOf(place, stored))) as Pending;
    const request = { ...stored, name: stored.name.slice(mark.length), input };
    known.set(request, stored);
    return request;
  };
  return {
    toStore: (place: Place, requests: readonly R[]) => Promise.all(requests.map((each) => sealed(place, each))),
    open: opened,
    openAll: (place: Place, requests: readonly R[]) => Promise.all(requests.map((each) => opened(place, each))),
    /** Which request it is, sealed or not. */
    nameOf: (request: R) => (isSealed(request) ? request.name.slice(mark.length) : request.name),
    /** The names under which a request of this name may be stored. */
    storedNames: (name: string): readonly string[] => [name, mark + name],
  };
}
