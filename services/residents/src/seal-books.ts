import type { App } from '@lianban/runtime';
import { type AuditBlock, allSegments, nextBlock, unsealedRanges, sealedUpTo, searchedSince } from '@lianban/audit-log';
import { isRefusal } from '@lianban/model';
import { PAGES, READS, SECURITY_EVENTS, SECURITY_PAGES } from './aggregate-types';

/** What is sealed, and its pages. */
const books = [
  { entries: READS, pages: PAGES },
  { entries: SECURITY_EVENTS, pages: SECURITY_PAGES },
] as const;
type Book = (typeof books)[number];

// A page of so many reads is some 40 kB, and as many reads are in memory at once.
const mostOnAPage = 500;

/** How soon a read is on a page, in milliseconds. */
export const sealEveryMs = 5_000;

/** Seals the book of reads and the security log. */
export async function sealBooks(app: App): Promise<void> {
  for (const book of books) await sealBook(app, book);
}

/**
 * Seals all entries that are on no page yet, page by page, and writes nothing when there are none. Every process does it: who comes
 * second to a page's number finds it taken, and goes on behind it.
 */
async function sealBook(app: App, { entries, pages }: Book): Promise<void> {
  for (;;) {
    const last = await lastPage(app, pages);
    const unsealed = unsealedRanges({ after: searchedSince(last), to: allSegments.to }, sealedUpTo(last));
    const found = await app.find(entries as typeof READS, {
      filter: { $or: unsealed.map(({ after, to }) => ({ _id: { $gt: after, $lte: to } })) },
      sort: { _id: 1 },
      limit: mostOnAPage,
    });
    const isAll = found.length < mostOnAPage;
    const times = { now: app.clock.serverNow(), sealedAt: app.clock.now() };
    const page = nextBlock(last, { found, isAll, ...times });
    if (!page) return;
    const command = { type: 'SealPage', page } as const;
    const done = await app.dispatch(pages, pageId(page.number), command);
    // It is stopping: another process seals what is left.
    if (isRefusal(done)) return;
    if (isAll) return;
  }
}

async function lastPage(app: App, pages: Book['pages']): Promise<AuditBlock | undefined> {
  const query = { filter: { _id: { $gt: 'page-' } }, sort: { _id: -1 }, limit: 1 } as const;
  const [found] = await app.find(pages, query);
  return found?.state.status === 'sealed' ? found.state : undefined;
}

/** Sorts by number, and is its own key on the topic. */
const pageId = (number: number): string => `page-${String(number).padStart(10, '0')}`;
