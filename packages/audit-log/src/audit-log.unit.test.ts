import { type AuditEntry, type AuditBlock, hashOf, nextBlock, sealedUpTo, searchedSince } from './block';
import { type StoredAuditLog, verifyAuditLog } from './verify';
import { type IdRange, allSegments, idOf, unsealedRanges, segmentName } from './segment';

const hourMs = 60 * 60 * 1000;
const monday = new Date('2026-03-02T01:00:00Z');
const after = (hours: number) => new Date(monday.getTime() + hours * hourMs);

/** A book in memory, written by processes that come and go, sealed by whoever is there. */
class Book implements StoredAuditLog {
  readonly written = new Map<string, AuditEntry>();
  readonly sealed: AuditBlock[] = [];

  write(volume: string, n: number, reader = 'permits'): string {
    const id = idOf({ volume, n });
    this.written.set(id, { id, state: { reader, at: monday } });
    return id;
  }

  /** As the service does it, `most` entries a page. */
  seal(now = monday, most = 500): void {
    for (;;) {
      const last = this.sealed.at(-1);
      const ranges = unsealedRanges({ after: searchedSince(last), to: allSegments.to }, sealedUpTo(last));
      const found = ranges.flatMap((range) => this.within(range)).slice(0, most);
      const page = nextBlock(last, { found, isAll: found.length < most, now, sealedAt: now });
      if (!page) return;
      this.sealed.push(page);
    }
  }

  rewrite(number: number, change: Partial<AuditBlock>): void {
    this.sealed[number - 1] = { ...this.sealed[number - 1]!, ...change };
  }

  private within({ after, to }: IdRange): AuditEntry[] {
    const ids = [...this.written.keys()].filter((id) => id > after && id <= to).toSorted();
    return ids.map((id) => this.written.get(id)!);
  }

  async *blocks() {
    yield* this.sealed;
  }
  async *entries(range: IdRange) {
    yield* this.within(range);
  }
}

const verify = (book: Book) => verifyAuditLog(book, { isOld: () => true });
const faultsOf = async (book: Book) => (await verify(book)).faults;

const [early, late] = [segmentName(monday, '0000000a'), segmentName(after(1), '0000000b')];

/** Two processes' entries, seven of each, on pages of five. */
function twoVolumes(): Book {
  const book = new Book();
  for (let n = 1; n <= 7; n++) for (const volume of [early, late]) book.write(volume, n);
  book.seal(after(2), 5);
  return book;
}

test('every entry is on one page, and the chain holds', async () => {
  const book = twoVolumes();
  expect(await verify(book)).toMatchObject({ blocks: 3, sealed: 14, waiting: 0, faults: [], last: { number: 3 } });
  expect(book.sealed.map(({ previous }) => previous)).toEqual(['0'.repeat(64), ...book.sealed.slice(0, 2).map(hashOf)]);
});

test('with nothing new there is no new page', () => {
  const book = twoVolumes();
  book.seal(after(30));
  expect(book.sealed).toHaveLength(3);
});

test('what is written later is sealed later: in a volume that goes on, in a new one, and in one that comes late', async () => {
  const book = twoVolumes();
  book.write(early, 9);
  book.write(segmentName(after(0.5), '0000000c'), 1);
  book.write(segmentName(after(26), '0000000d'), 1);
  expect(await verify(book)).toMatchObject({ sealed: 14, waiting: 3 });
  book.seal(after(26));
  expect(await verify(book)).toMatchObject({ blocks: 4, sealed: 17, waiting: 0, faults: [] });
});

test('a number that was given and never written leaves no trace', async () => {
  const book = new Book();
  book.write(early, 2);
  book.seal();
  book.write(early, 5);
  book.seal();
  expect(await verify(book)).toMatchObject({ blocks: 2, sealed: 2, faults: [] });
});

test('after an outage of days what was left over is still found, however many pages it takes', async () => {
  const book = new Book();
  book.write(early, 1);
  book.seal();
  for (let n = 2; n <= 12; n++) book.write(early, n);
  book.write(segmentName(after(100), '0000000c'), 1);
  book.seal(after(100), 5);
  expect(await verify(book)).toMatchObject({ sealed: 13, waiting: 0, faults: [] });
});

test('volumes that have been full for a day are not carried along for ever', () => {
  const book = new Book();
  for (let day = 0; day < 10; day++) {
    book.write(segmentName(after(day * 24), '0000000a'), 1);
    book.seal(after(day * 24 + 1));
  }
  expect(book.sealed.at(-1)!.reach).toHaveLength(1);
});

test('an id nobody gave does not stop the sealing, and is told', async () => {
  const book = new Book();
  book.written.set('r-made-up', { id: 'r-made-up', state: {} });
  book.write(early, 1);
  book.seal();
  expect(await faultsOf(book)).toEqual([{ entry: 'r-made-up', what: 'is on no page' }]);
});

describe('after it was sealed', () => {
  const third = idOf({ volume: early, n: 3 });

  test('an entry is changed', async () => {
    const book = twoVolumes();
    book.write(early, 3, 'employment');
    expect(await faultsOf(book)).toEqual([{ block: 1, entry: third, what: 'was changed' }]);
  });

  test('an entry is removed', async () => {
    const book = twoVolumes();
    book.written.delete(third);
    expect(await faultsOf(book)).toEqual([{ block: 1, entry: third, what: 'was removed' }]);
  });

  test.each(['x', '0'])(
    'an entry is slipped in between two others, under an id that ends with %s more',
    async (more) => {
      const book = twoVolumes();
      book.written.set(third + more, { id: third + more, state: {} });
      expect(await faultsOf(book)).toEqual([
        { block: 1, entry: third + more, what: 'was added after the page was sealed' },
      ]);
    },
  );

  test('an entry is slipped in under the number of one that was never written', async () => {
    const book = new Book();
    book.write(early, 1);
    book.write(early, 3);
    book.seal();
    const id = book.write(early, 2);
    expect(await faultsOf(book)).toEqual([{ block: 1, entry: id, what: 'was added after the page was sealed' }]);
  });

  test('an entry is slipped in between the pages of a volume, before its first, or as a volume of its own', async () => {
    const ids = [`${idOf({ volume: early, n: 5 })}0`, early, segmentName(after(-100), '0000000c')];
    const faults = await Promise.all(
      ids.map(async (id) => {
        const book = twoVolumes();
        book.written.set(id, { id, state: {} });
        return faultsOf(book);
      }),
    );
    expect(faults.flat().map(({ entry }) => entry)).toEqual(ids);
  });

  test('a page is removed', async () => {
    const book = twoVolumes();
    book.sealed.splice(1, 1);
    expect(await faultsOf(book)).toContainEqual({ block: 3, what: '2 is missing' });
  });

  test('the last page is removed: its entries are on none', async () => {
    const book = twoVolumes();
    book.sealed.pop();
    expect(await verify(book)).toMatchObject({ blocks: 2, waiting: 4, faultCount: 4, last: { number: 2 } });
  });

  test('a page is changed', async () => {
    const book = twoVolumes();
    book.rewrite(2, { sealedAt: after(5) });
    expect(await faultsOf(book)).toEqual([{ block: 2, what: 'was changed: its hash is not that of what it says' }]);
  });

  test('an entry is changed, and its page rewritten to fit', async () => {
    const book = twoVolumes();
    const id = book.write(early, 3, 'employment');
    const found = [1, 2, 3, 4, 5].map((n) => book.written.get(idOf({ volume: early, n }))!);
    book.rewrite(1, nextBlock(undefined, { found, isAll: false, now: after(2), sealedAt: after(2) })!);
    expect(id).toBe(third);
    expect(await faultsOf(book)).toEqual([
      { block: 2, what: 'does not follow the page before: one of them was rewritten' },
    ]);
  });

  test('a page is rewritten to leave an entry out that others follow', async () => {
    const book = twoVolumes();
    const [first, second] = [book.sealed[0]!, book.sealed[1]!];
    const [stretch] = first.stretches;
    const shorter = { ...first, stretches: [{ ...stretch!, entries: stretch!.entries.slice(0, -1) }] };
    book.rewrite(1, { ...shorter, hash: hashOf(shorter) });
    const relinked = { ...second, previous: hashOf(shorter) };
    book.rewrite(2, { ...relinked, hash: hashOf(relinked) });
    expect((await faultsOf(book)).map(({ block, what }) => [block, what.slice(0, 12)])).toContainEqual([
      2,
      'goes on at 5',
    ]);
  });
});
