import { residents } from '@lianban/protos';
import { type AuditEntry, type AuditFault, verifyAuditLog } from '@lianban/audit-log';
import type { CityInspector } from './inspect/city';
import { type CommandResult, table } from './output';
import { serviceOf } from './parked';
import { progress } from './progress';

// The service seals every five seconds: what has waited this long waits for nobody.
const sealedWithinMs = 60_000;
const { BookPageSealed } = residents.v1;

/**
 * Recomputes the seals of the book of reads from what is stored, and compares them with those that were announced, as far back as
 * the topic goes. Keeps a hash for each page that was announced, and one page, in memory.
 */
export async function readsVerify(city: CityInspector): Promise<CommandResult> {
  const { store, topic } = serviceOf(city, 'residents');
  const book = store.book('reads', 'pages');
  // First, so that every page it holds is stored by the time it is looked for.
  const announced = await announcedOn(city, topic);
  const { former, ...counts } = await book.counts();
  const told = progress('pages checked', counts.blocks);
  const others: AuditFault[] = [];
  const verdict = await verifyAuditLog(book, {
    isOld: (entry) => !isYoung(entry, city.now().getTime() - sealedWithinMs),
    onBlock: ({ number, hash }) => {
      told.at(number);
      const said = announced.get(number);
      announced.delete(number);
      if (said !== undefined && said !== hash) others.push({ block: number, what: `was announced with hash ${said}` });
    },
  });
  told.end();
  for (const block of [...announced.keys()].toSorted((a, b) => a - b))
    others.push({ block, what: 'was announced, and is not stored' });

  const { blocks: pages, sealed, waiting, last, faultCount } = verdict;
  const differences = [...verdict.faults, ...others].map(inPages);
  const count = faultCount + others.length;
  const data = { pages, reads: sealed, unsealed: waiting, former, last: last ?? null, count, differences };
  const lines = [
    ...(count === 0 ? ['the book is as it was sealed'] : table(differences.map(asRow))),
    ...(count > differences.length ? [`and ${count - differences.length} more`] : []),
    `${sealed} reads on ${pages} pages are as they were sealed, ${waiting} are not sealed yet: ${count} differences`,
    ...(former > 0 ? [`written by a release that sealed nothing, and not to be checked: ${former}`] : []),
    ...(last ? [`page ${last.number} seals all of them: ${last.hash}`] : []),
  ];
  return { data, lines, isBad: count > 0 };
}

/** Operators call a block of the book of reads a page. */
const inPages = ({ block, ...fault }: AuditFault) => ({ ...(block !== undefined && { page: block }), ...fault });
const asRow = ({ page, entry, what }: ReturnType<typeof inPages>) => ({ page: page ?? '', read: entry ?? '', what });

function isYoung({ state }: AuditEntry, since: number): boolean {
  const at = (state as { at?: unknown } | null)?.at;
  return at instanceof Date && at.getTime() > since;
}

/** The hash each page was announced with, by its number. */
async function announcedOn({ kafka }: CityInspector, topic: string): Promise<Map<number, string>> {
  const bounds = await kafka.bounds(topic);
  const found = new Map<number, string>();
  const stretches = bounds.map(({ partition, low, high }) => ({ topic, partition, from: low, end: high }));
  await kafka.read(stretches, ({ headers, value }) => {
    if (headers['ce_type'] !== BookPageSealed.$type || headers['ce_source'] !== 'lianban/residents' || !value) return;
    const { number, hash } = BookPageSealed.decode(value);
    // The first: who removes a page has its number sealed and announced again, with another hash.
    if (!found.has(number)) found.set(number, hash);
  });
  return found;
}
