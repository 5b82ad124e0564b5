import type { App } from '@lianban/runtime';
import { type AuditBlock, allSegments, nextBlock, unsealedRanges, sealedUpTo, searchedSince } from '@lianban/audit-log';
import { isRefusal } from '@lianban/model';
import { PAGES, READS } from './aggregate-types';

// A page of so many reads is some 40 kB, and as many reads are in memory at once.
const mostOnAPage = 500;

/** How soon a read is on a page, in milliseconds. */
export const sealEveryMs = 5_000;

/**
 * Seals all reads that are on no page yet, page by page, and writes nothing when there are none. Every process does it: who comes
 * second to a page's number finds it taken, and goes on behind it.
 */
export async function sealReads(app: App): Promise<void> {
  for (;;) {
    const last = await lastPage(app);
    const unsealed = unsealedRanges({ after: searchedSince(last), to: allSegments.to }, sealedUpTo(last));
    const found = await app.find(READS, {
      filter: { $or: unsealed.map(({ after, to }) => ({ _id: { $gt: after, $lte: to } })) },
      sort: { _id: 1 },
      limit: mostOnAPage,
    });
    const isAll = found.length < mostOnAPage;
    const times = { now: app.clock.serverNow(), sealedAt: app.clock.now() };
    const page = nextBlock(last, { found, isAll, ...times });
    if (!page) return;
    const command = { type: 'SealPage', page } as const;
    const done = await app.dispatch(PAGES, pageId(page.number), command);
    // It is stopping: another process seals what is left.
    if (isRefusal(done)) return;
    if (isAll) return;
  }
}

async function lastPage(app: App): Promise<AuditBlock | undefined> {
  const query = { filter: { _id: { $gt: 'page-' } }, sort: { _id: -1 }, limit: 1 } as const;
  const [found] = await app.find(PAGES, query);
  return found?.state.status === 'sealed' ? found.state : undefined;
}

/** Sorts by number, and is its own key on the topic. */
const pageId = (number: number): string => `page-${String(number).padStart(10, '0')}`;
