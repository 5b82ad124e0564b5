import { createHash } from 'node:crypto';
import { canonical } from './canonical';
import { type SegmentPosition, allSegments, searchedForMs, positionOf, firstSegmentSince } from './segment';

/** A document that is written once and never changed: its id and its contents. */
export interface AuditEntry {
  readonly id: string;
  readonly state: unknown;
}

/** Consecutive entries of one segment. */
export interface SegmentRange {
  readonly volume: string;
  /** The last number of this segment in an earlier block; 0 for none. */
  readonly after: number;
  /** By ascending number. A missing number was assigned and never written. */
  readonly entries: readonly { readonly n: number; readonly digest: string }[];
}

/**
 * A block of the hash chain: it seals its entries and, through `previous`, all blocks before. The names of its fields are
 * part of the hash and of what is stored: a segment is a `volume`, a range of it a stretch.
 */
export interface AuditBlock {
  readonly number: number;
  /** The hash of the block before; of the first, zeros. */
  readonly previous: string;
  readonly stretches: readonly SegmentRange[];
  /** Segments that may still be written, and the last sealed number of each. */
  readonly reach: readonly { readonly volume: string; readonly last: number }[];
  /** Segments that sort before it are no longer searched. */
  readonly since: string;
  readonly sealedAt: Date;
  /** SHA-256 in hexadecimal over all of the above. */
  readonly hash: string;
}

export const noBlock = '0'.repeat(64);

export const digestOf = (entry: AuditEntry): string =>
  createHash('sha256')
    .update(canonical([entry.id, entry.state]))
    .digest('base64url');

export const hashOf = ({ number, previous, stretches, reach, since, sealedAt }: Omit<AuditBlock, 'hash'>): string =>
  createHash('sha256').update(canonical({ number, previous, stretches, reach, since, sealedAt })).digest('hex');

export const entriesIn = ({ stretches }: Pick<AuditBlock, 'stretches'>): number =>
  stretches.reduce((sum, { entries }) => sum + entries.length, 0);

export const sealedUpTo = (block: AuditBlock | undefined): ReadonlyMap<string, number> =>
  new Map(block?.reach.map(({ volume, last }) => [volume, last]));

export const searchedSince = (block: AuditBlock | undefined): string => block?.since ?? allSegments.after;

export interface Sealing {
  /** By ascending id, from the ranges that the last block leaves unsealed. */
  readonly found: readonly AuditEntry[];
  /** Whether these are all of them. */
  readonly isAll: boolean;
  /** By the database server's clock, after which segments are named. */
  readonly now: Date;
  /** By the city's clock. */
  readonly sealedAt: Date;
}

/** The next block; undefined when no entry was found that belongs in one. */
export function nextBlock(
  previous: AuditBlock | undefined,
  { found, isAll, now, sealedAt }: Sealing,
): AuditBlock | undefined {
  const positioned = found.flatMap((entry): (SegmentPosition & { digest: string })[] => {
    const position = positionOf(entry.id);
    return position ? [{ ...position, digest: digestOf(entry) }] : [];
  });
  if (positioned.length === 0) return undefined;
  const before = sealedUpTo(previous);
  const stretches = [...Map.groupBy(positioned, ({ volume }) => volume)].map(([volume, entries]) => ({
    volume,
    after: before.get(volume) ?? 0,
    entries: entries.map(({ n, digest }) => ({ n, digest })),
  }));
  const lastSealed = new Map([...before, ...stretches.map(lastOf)]);
  const horizon = firstSegmentSince(new Date(now.getTime() - searchedForMs));
  const since = isAll && horizon > searchedSince(previous) ? horizon : searchedSince(previous);
  const reach = [...lastSealed].filter(([volume]) => volume > since).map(([volume, last]) => ({ volume, last }));
  const number = (previous?.number ?? 0) + 1;
  const block = { number, previous: previous?.hash ?? noBlock, stretches, reach, since, sealedAt };
  return { ...block, hash: hashOf(block) };
}

export const lastOf = ({ volume, after, entries }: SegmentRange): [string, number] => [
  volume,
  entries.at(-1)?.n ?? after,
];
