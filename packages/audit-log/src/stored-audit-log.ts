import { z } from 'zod';
import type { AuditBlock } from './block';
import { type Range, allSegments } from './segment';
import type { StoredAuditLog } from './verify';

/** What is needed of a collection to read a book in it. */
export interface AuditCollection {
  find(filter: object, options: { sort: { _id: 1 }; projection: object }): AsyncIterable<unknown>;
  estimatedDocumentCount(): Promise<number>;
  countDocuments(filter: object): Promise<number>;
}

export interface AuditLogCounts {
  /** About how many pages there are. */
  readonly pages: number;
  /** Entries whose ids are of no volume: written by a release that sealed nothing. */
  readonly former: number;
}

export interface AuditLogReader extends StoredAuditLog {
  counts(): Promise<AuditLogCounts>;
}

const pageShape = z.object({
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

/** A book as it is stored, with cursors: however long it is, only some of it is in memory. */
export function readAuditLog(entries: AuditCollection, pages: AuditCollection): AuditLogReader {
  return {
    async *pages() {
      for await (const each of pages.find({}, read)) yield asPage(each as { _id: string; state: unknown });
    },
    async *entries({ after, to }: Range) {
      for await (const each of entries.find({ _id: { $gt: after, $lte: to } }, read)) {
        const { _id, state } = each as { _id: string; state: unknown };
        yield { id: _id, state };
      }
    },
    async counts() {
      const { after, to } = allSegments;
      const former = entries.countDocuments({ $or: [{ _id: { $lte: after } }, { _id: { $gt: to } }] });
      return { pages: await pages.estimatedDocumentCount(), former: await former };
    },
  };
}

/** What is no page (any more) is handed on as one that says nothing, so that its hash tells. */
function asPage({ _id, state }: { _id: string; state: unknown }): AuditBlock {
  const nothing = { previous: '', stretches: [], reach: [], since: '', sealedAt: new Date(0), hash: '' };
  const found = pageShape.safeParse(state);
  return found.success ? found.data : { number: Number(/\d+$/.exec(_id)?.[0] ?? 0), ...nothing };
}
