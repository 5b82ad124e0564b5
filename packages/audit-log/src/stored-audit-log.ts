import { z } from 'zod';
import type { AuditBlock } from './block';
import { type IdRange, allSegments } from './segment';
import type { StoredAuditLog } from './verify';

/** The part of a MongoDB collection that a reader uses. */
export interface AuditCollection {
  find(filter: object, options: { sort: { _id: 1 }; projection: object }): AsyncIterable<unknown>;
  estimatedDocumentCount(): Promise<number>;
  countDocuments(filter: object): Promise<number>;
}

export interface AuditLogCounts {
  /** An estimate. */
  readonly blocks: number;
  /** Entries in no segment: written by a release that sealed nothing. */
  readonly former: number;
}

export interface AuditLogReader extends StoredAuditLog {
  counts(): Promise<AuditLogCounts>;
}

const blockShape = z.object({
  number: z.number(),
  previous: z.string(),
  stretches: z.array(
    z.object({
      volume: z.string(),
      after: z.number(),
      entries: z.array(z.object({ n: z.number(), digest: z.string() })),
    }),
  ),
  reach: z.array(z.object({ volume: z.string(), last: z.number() })),
  since: z.string(),
  sealedAt: z.date(),
  hash: z.string(),
});

const read = { sort: { _id: 1 }, projection: { state: 1 } } as const;

/** Reads a stored audit log with cursors: only a part of it is in memory. */
export function readAuditLog(entries: AuditCollection, blocks: AuditCollection): AuditLogReader {
  return {
    async *blocks() {
      for await (const each of blocks.find({}, read)) yield asBlock(each as { _id: string; state: unknown });
    },
    async *entries({ after, to }: IdRange) {
      for await (const each of entries.find({ _id: { $gt: after, $lte: to } }, read)) {
        const { _id, state } = each as { _id: string; state: unknown };
        yield { id: _id, state };
      }
    },
    async counts() {
      const { after, to } = allSegments;
      const former = entries.countDocuments({ $or: [{ _id: { $lte: after } }, { _id: { $gt: to } }] });
      return { blocks: await blocks.estimatedDocumentCount(), former: await former };
    },
  };
}

/** A document that is no valid block becomes an empty one, which the verification reports by its hash. */
function asBlock({ _id, state }: { _id: string; state: unknown }): AuditBlock {
  const nothing = { previous: '', stretches: [], reach: [], since: '', sealedAt: new Date(0), hash: '' };
  const found = blockShape.safeParse(state);
  return found.success ? found.data : { number: Number(/\d+$/.exec(_id)?.[0] ?? 0), ...nothing };
}
