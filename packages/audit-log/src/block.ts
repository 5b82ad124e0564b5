import { createHash } from 'node:crypto';
import { canonical } from './canonical';
import { type Place, allSegments, lookedIntoMs, placeOf, volumesSince } from './segment';

/** A document that is written once and never changed: its id and everything it says. */
export interface AuditEntry {
  readonly id: string;
  readonly state: unknown;
}

/** Entries of one volume that follow one another. */
export interface Stretch {
  readonly volume: string;
  /** The last number of this volume on an earlier page; 0 for none. */
  readonly after: number;
  /** By rising number. Numbers that are left out were given and never written. */
  readonly entries: readonly { readonly n: number; readonly digest: string }[];
}

/** So many entries under one seal, which also seals all pages before. */
export interface AuditBlock {
  readonly number: number;
  /** The hash of the page before; of the first, zeros. */
  readonly previous: string;
  readonly stretches: readonly Stretch[];
  /** Volumes that may still be written into, and the last number of each that is on a page. */
  readonly reach: readonly { readonly volume: string; readonly last: number }[];
  /** Volumes named before it are not looked into any more. */
  readonly since: string;
  readonly sealedAt: Date;
  /** SHA-256 in hexadecimal over all of the above. */
  readonly hash: string;
}

export const noPage = '0'.repeat(64);

export const digestOf = (entry: AuditEntry): string =>
  createHash('sha256')
    .update(canonical([entry.id, entry.state]))
    .digest('base64url');

export const hashOf = ({ number, previous, stretches, reach, since, sealedAt }: Omit<AuditBlock, 'hash'>): string =>
  createHash('sha256').update(canonical({ number, previous, stretches, reach, since, sealedAt })).digest('hex');

export const entriesOn = ({ stretches }: Pick<AuditBlock, 'stretches'>): number =>
  stretches.reduce((sum, { entries }) => sum + entries.length, 0);

export const reachOf = (page: AuditBlock | undefined): ReadonlyMap<string, number> =>
  new Map(page?.reach.map(({ volume, last }) => [volume, last]));

export const sinceOf = (page: AuditBlock | undefined): string => page?.since ?? allSegments.after;

export interface Sealing {
  /** By rising id, out of what is outside the last page's reach. */
  readonly found: readonly AuditEntry[];
  /** Whether there were no more of them. */
  readonly isAll: boolean;
  /** By the database server's clock, which volumes are named by. */
  readonly now: Date;
  /** By the city's. */
  readonly sealedAt: Date;
}

/** The page that follows; undefined when nothing was found that belongs on one. */
export function nextBlock(
  previous: AuditBlock | undefined,
  { found, isAll, now, sealedAt }: Sealing,
): AuditBlock | undefined {
  const placed = found.flatMap((entry): (Place & { digest: string })[] => {
    const place = placeOf(entry.id);
    return place ? [{ ...place, digest: digestOf(entry) }] : [];
  });
  if (placed.length === 0) return undefined;
  const before = reachOf(previous);
  const stretches = [...Map.groupBy(placed, ({ volume }) => volume)].map(([volume, entries]) => ({
    volume,
    after: before.get(volume) ?? 0,
    entries: entries.map(({ n, digest }) => ({ n, digest })),
  }));
  const reached = new Map([...before, ...stretches.map(lastOf)]);
  const horizon = volumesSince(new Date(now.getTime() - lookedIntoMs));
  const since = isAll && horizon > sinceOf(previous) ? horizon : sinceOf(previous);
  const reach = [...reached].filter(([volume]) => volume > since).map(([volume, last]) => ({ volume, last }));
  const number = (previous?.number ?? 0) + 1;
  const page = { number, previous: previous?.hash ?? noPage, stretches, reach, since, sealedAt };
  return { ...page, hash: hashOf(page) };
}

export const lastOf = ({ volume, after, entries }: Stretch): [string, number] => [volume, entries.at(-1)?.n ?? after];
