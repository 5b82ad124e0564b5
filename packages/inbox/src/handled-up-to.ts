import type { GroupOffset } from '@lianban/record';

/**
 * Tells up to which moment the consumer group has handled every record on its topics. The whole group, because another
 * process may consume the records of a document. On topics that are never empty, the answer is the moment at which the
 * records handled by now were the last ones.
 * @param groupOffsets of every partition; undefined while the partitions are not known
 */
export function handledUpTo(
  groupOffsets: () => Promise<readonly GroupOffset[] | undefined>,
  now: () => Date,
): () => Promise<Date> {
  let known = new Date(0);
  let mark: { readonly at: Date; readonly ends: ReadonlyMap<string, bigint> } | undefined;
  return async () => {
    const at = now();
    const positions = await groupOffsets();
    if (!positions) return known;
    const seen = { at, ends: new Map(positions.map((position) => [nameOf(position), position.end])) };
    const isHandled = (ends: ReadonlyMap<string, bigint>) =>
      positions.every((position) => position.next >= (ends.get(nameOf(position)) ?? 0n));
    if (isHandled(seen.ends)) [known, mark] = [at, undefined];
    else if (!mark) mark = seen;
    else if (isHandled(mark.ends)) [known, mark] = [mark.at, seen];
    return known;
  };
}

const nameOf = ({ topic, partition }: GroupOffset): string => `${topic}/${partition}`;
