import { type AuditEntry, type AuditBlock, type SegmentRange, digestOf, hashOf, lastOf, noBlock } from './block';
import { type IdRange, allSegments, idOf, unsealedRanges, rangeIn } from './segment';

/** The stored entries and blocks, as an auditor reads them. */
export interface StoredAuditLog {
  /** By ascending number. */
  blocks(): AsyncIterable<AuditBlock>;
  /** By ascending id. */
  entries(range: IdRange): AsyncIterable<AuditEntry>;
}

/** A block or an entry that is not as it was sealed. `what` is for operators, who call a block a page. */
export interface AuditFault {
  readonly block?: number;
  readonly entry?: string;
  readonly what: string;
}

export interface AuditVerdict {
  readonly blocks: number;
  /** Entries that are as they were sealed. */
  readonly sealed: number;
  /** Entries that no block seals yet. */
  readonly waiting: number;
  /** The last block, which seals all others: compare it with a copy kept elsewhere. */
  readonly last: { readonly number: number; readonly hash: string } | undefined;
  readonly faults: readonly AuditFault[];
  /** The number of all faults; `faults` holds the first ones. */
  readonly faultCount: number;
}

export interface VerifyOptions {
  /** Whether an entry should have been sealed long ago. */
  readonly isOld: (entry: AuditEntry) => boolean;
  /** Called with every block that has been checked. */
  readonly onBlock?: (block: AuditBlock) => void;
}

const mostFaults = 1_000;

/** Reads the whole log, block by block, and reports what was changed, removed or added after it was sealed. */
export async function verifyAuditLog(log: StoredAuditLog, { isOld, onBlock }: VerifyOptions): Promise<AuditVerdict> {
  const faults: AuditFault[] = [];
  let faultCount = 0;
  const fault = (found: AuditFault) => {
    faultCount += 1;
    if (faults.length < mostFaults) faults.push(found);
  };

  const lastSealed = new Map<string, number>();
  let before: AuditBlock | undefined;
  let blocks = 0;
  let sealed = 0;
  for await (const block of log.blocks()) {
    const isNext = block.number === (before?.number ?? 0) + 1;
    for (const what of brokenSeal(before, block)) fault({ block: block.number, what });
    for (const range of block.stretches) {
      const begins = lastSealed.get(range.volume) ?? 0;
      // The entries of a missing block cannot be verified.
      if (isNext && range.after !== begins)
        fault({
          block: block.number,
          what: `goes on at ${range.after} of ${range.volume}, sealed before: ${begins}`,
        });
      sealed += await checkRange(log, range, (entry, what) => fault({ block: block.number, entry, what }));
      lastSealed.set(...lastOf(range));
    }
    before = block;
    blocks += 1;
    onBlock?.(block);
  }

  let waiting = 0;
  for (const range of unsealedRanges(allSegments, lastSealed))
    for await (const entry of log.entries(range)) {
      waiting += 1;
      if (isOld(entry)) fault({ entry: entry.id, what: 'is on no page' });
    }
  const last = before && { number: before.number, hash: before.hash };
  return { blocks, sealed, waiting, last, faults, faultCount };
}

function brokenSeal(before: AuditBlock | undefined, block: AuditBlock): readonly string[] {
  const expected = (before?.number ?? 0) + 1;
  if (block.number !== expected)
    return [
      block.number === expected + 1 ? `${expected} is missing` : `${expected} to ${block.number - 1} are missing`,
    ];
  return [
    ...(hashOf(block) === block.hash ? [] : ['was changed: its hash is not that of what it says']),
    ...(block.previous === (before?.hash ?? noBlock)
      ? []
      : ['does not follow the page before: one of them was rewritten']),
  ];
}

/** @returns how many entries of the range are as they were sealed */
async function checkRange(
  log: StoredAuditLog,
  range: SegmentRange,
  fault: (entry: string, what: string) => void,
): Promise<number> {
  const { volume, after, entries } = range;
  const [, last] = lastOf(range);
  const digests = new Map(entries.map(({ n, digest }) => [idOf({ volume, n }), digest]));
  let sealed = 0;
  for await (const entry of log.entries(rangeIn(volume, after, last))) {
    const digest = digests.get(entry.id);
    digests.delete(entry.id);
    if (digest === undefined) fault(entry.id, 'was added after the page was sealed');
    else if (digest !== digestOf(entry)) fault(entry.id, 'was changed');
    else sealed += 1;
  }
  for (const id of digests.keys()) fault(id, 'was removed');
  return sealed;
}
