import type { Standing } from '@lianban/record';

type Place = Pick<Standing, 'topic' | 'partition' | 'next' | 'end'>;

/**
 * Tells up to which moment everything that lay on the topics has been heard: by the whole group, for the records of a case may
 * be another process's to read. It is asked only when something is due; where records never cease to come, it answers with
 * the moment at which those that have been heard by now were the last.
 * @param standing how far the group is with every partition; undefined while it is not known which there are
 */
export function heardUpTo(standing: () => Promise<readonly Place[] | undefined>, now: () => Date): () => Promise<Date> {
  let known = new Date(0);
  let mark: { readonly at: Date; readonly ends: ReadonlyMap<string, bigint> } | undefined;
  return async () => {
    const at = now();
    const places = await standing();
    if (!places) return known;
    const seen = { at, ends: new Map(places.map((place) => [nameOf(place), place.end])) };
    const isHeard = (ends: ReadonlyMap<string, bigint>) =>
      places.every((place) => place.next >= (ends.get(nameOf(place)) ?? 0n));
    if (isHeard(seen.ends)) [known, mark] = [at, undefined];
    else if (!mark) mark = seen;
    else if (isHeard(mark.ends)) [known, mark] = [mark.at, seen];
    return known;
  };
}

const nameOf = ({ topic, partition }: Place): string => `${topic}/${partition}`;
