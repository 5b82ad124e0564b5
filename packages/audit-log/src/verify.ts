import { type AuditEntry, type AuditBlock, type Stretch, digestOf, hashOf, lastOf, noPage } from './block';
import { type Range, allSegments, idOf, outside, partOf } from './segment';

/** A book and its pages as they are stored, read by whoever does not believe them. */
export interface StoredAuditLog {
  /** By rising number. */
  pages(): AsyncIterable<AuditBlock>;
  /** By rising id. */
  entries(range: Range): AsyncIterable<AuditEntry>;
}

/** Something that is not as it was sealed, and which page or entry it is. */
export interface AuditFault {
  readonly page?: number;
  readonly entry?: string;
  readonly what: string;
}

export interface AuditVerdict {
  readonly pages: number;
  /** Entries that are as they were sealed. */
  readonly sealed: number;
  /** Entries that are on no page yet. */
  readonly waiting: number;
  /** The page that seals all others: compare it with what somebody else wrote down. */
  readonly last: { readonly number: number; readonly hash: string } | undefined;
  readonly faults: readonly AuditFault[];
  /** Of which `faults` holds the first ones. */
  readonly faultCount: number;
}

export interface VerifyOptions {
  /** Whether an entry should have been sealed long ago. */
  readonly isOld: (entry: AuditEntry) => boolean;
  /** Told of every page that has been checked. */
  readonly told?: (page: AuditBlock) => void;
}

const mostFaults = 1_000;

/** Reads the whole book, a page at a time, and says what in it was changed, removed or slipped in after it was sealed. */
export async function verifyAuditLog(book: StoredAuditLog, { isOld, told }: VerifyOptions): Promise<AuditVerdict> {
  const faults: AuditFault[] = [];
  let faultCount = 0;
  const fault = (found: AuditFault) => {
    faultCount += 1;
    if (faults.length < mostFaults) faults.push(found);
  };

  const reached = new Map<string, number>();
  let before: AuditBlock | undefined;
  let pages = 0;
  let sealed = 0;
  for await (const page of book.pages()) {
    const isNext = page.number === (before?.number ?? 0) + 1;
    for (const what of brokenSeal(before, page)) fault({ page: page.number, what });
    for (const stretch of page.stretches) {
      const begins = reached.get(stretch.volume) ?? 0;
      // What stood on a page that is gone can not be checked any more.
      if (isNext && stretch.after !== begins)
        fault({
          page: page.number,
          what: `goes on at ${stretch.after} of ${stretch.volume}, sealed before: ${begins}`,
        });
      sealed += await checkStretch(book, stretch, (entry, what) => fault({ page: page.number, entry, what }));
      reached.set(...lastOf(stretch));
    }
    before = page;
    pages += 1;
    told?.(page);
  }

  let waiting = 0;
  for (const range of outside(allSegments, reached))
    for await (const entry of book.entries(range)) {
      waiting += 1;
      if (isOld(entry)) fault({ entry: entry.id, what: 'is on no page' });
    }
  const last = before && { number: before.number, hash: before.hash };
  return { pages, sealed, waiting, last, faults, faultCount };
}

function brokenSeal(before: AuditBlock | undefined, page: AuditBlock): readonly string[] {
  const expected = (before?.number ?? 0) + 1;
  if (page.number !== expected)
    return [page.number === expected + 1 ? `${expected} is missing` : `${expected} to ${page.number - 1} are missing`];
  return [
    ...(hashOf(page) === page.hash ? [] : ['was changed: its hash is not that of what it says']),
    ...(page.previous === (before?.hash ?? noPage)
      ? []
      : ['does not follow the page before: one of them was rewritten']),
  ];
}

/** @returns how many of the stretch are as they were sealed */
async function checkStretch(
  book: StoredAuditLog,
  stretch: Stretch,
  fault: (entry: string, what: string) => void,
): Promise<number> {
  const { volume, after, entries } = stretch;
  const [, last] = lastOf(stretch);
  const digests = new Map(entries.map(({ n, digest }) => [idOf({ volume, n }), digest]));
  let sealed = 0;
  for await (const entry of book.entries(partOf(volume, after, last))) {
    const digest = digests.get(entry.id);
    digests.delete(entry.id);
    if (digest === undefined) fault(entry.id, 'was added after the page was sealed');
    else if (digest !== digestOf(entry)) fault(entry.id, 'was changed');
    else sealed += 1;
  }
  for (const id of digests.keys()) fault(id, 'was removed');
  return sealed;
}
