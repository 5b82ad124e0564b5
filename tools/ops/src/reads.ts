import { residents } from '@lianban/protos';
import { type AuditEntry, type AuditFault, verifyAuditLog } from '@lianban/audit-log';
import type { CityInspector } from './inspect/city';
import { type CommandResult, table } from './output';
import { serviceOf } from './parked';
import { progress } from './progress';

// The service seals every five seconds: reads unsealed for longer are stuck.
const sealedWithinMs = 60_000;
const { BookPageSealed } = residents.v1;

/** A chained log of the service residents, and how operators call it. */
interface Book {
  readonly entries: string;
  readonly pages: string;
  readonly name: string;
  readonly entry: string;
  /** Whether the hashes of its pages are published: then they are compared too. */
  readonly isAnnounced: boolean;
}

const bookOfReads: Book = { entries: 'reads', pages: 'pages', name: 'the book', entry: 'reads', isAnnounced: true };
const securityLog: Book = {
  entries: 'securityEvents',
  pages: 'securityPages',
  name: 'the security log',
  entry: 'events',
  isAnnounced: false,
};

/** The book of reads, with the published hashes as far back as the topic is retained. */
export const readsVerify = (city: CityInspector): Promise<CommandResult> => verifyBook(city, bookOfReads);

/** The security log. Nothing outside the database has its hashes, unless somebody kept that of an earlier last page. */
export const securityVerify = (city: CityInspector): Promise<CommandResult> => verifyBook(city, securityLog);

/** Recomputes the hashes of a log from the database. Keeps one published hash per block, and one block, in memory. */
async function verifyBook(city: CityInspector, of: Book): Promise<CommandResult> {
  const { store, topics } = serviceOf(city, 'residents');
  const book = store.book(of.entries, of.pages);
  // The topic is read first, so that every block it holds is stored when the database is read.
  const announced = of.isAnnounced ? await announcedOn(city, topics[0]!) : new Map<number, string>();
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
  const data = { pages, [of.entry]: sealed, unsealed: waiting, former, last: last ?? null, count, differences };
  const lines = [
    ...(count === 0 ? [`${of.name} is as it was sealed`] : table(differences.map(asRow))),
    ...(count > differences.length ? [`and ${count - differences.length} more`] : []),
    `${sealed} ${of.entry} on ${pages} pages are as they were sealed, ${waiting} are not sealed yet: ${count} differences`,
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

/** The published hash of each block, by its number. */
async function announcedOn({ kafka }: CityInspector, topic: string): Promise<Map<number, string>> {
  const bounds = await kafka.bounds(topic);
  const found = new Map<number, string>();
  const stretches = bounds.map(({ partition, low, high }) => ({ topic, partition, from: low, end: high }));
  await kafka.read(stretches, ({ headers, value }) => {
    if (headers['ce_type'] !== BookPageSealed.$type || headers['ce_source'] !== 'lianban/residents' || !value) return;
    const { number, hash } = BookPageSealed.decode(value);
    // The first one counts: after a block was removed, its number is sealed and published again with another hash.
    if (!found.has(number)) found.set(number, hash);
  });
  return found;
}
