import fc from 'fast-check';
import { type AddressedCommand, type AnyAggregate, type Decider, type Typed, isRefusal } from '@lianban/model';
import {
  type Account,
  type BookedEntry,
  type Entry,
  type Head,
  type Leg,
  book,
  journalAggregates,
  reversed,
  verifyJournal,
} from './index';

const now = new Date('2026-03-02T01:00:00Z');
const entry = (id: string, ...legs: readonly [string, number][]): Entry => ({
  ...{ id, at: now, ref: 'CH20260302000001' },
  legs: legs.map(([account, fen]): Leg => ({ account, fen })),
});

/** The three aggregates as the engine runs them: a command and all it causes, or nothing. */
class Books {
  private documents = new Map<string, unknown>();

  post(...entries: readonly Entry[]): this {
    for (const each of entries) this.run(book(each));
    return this;
  }

  private run(first: AddressedCommand): void {
    const changed = new Map(this.documents);
    const queue = [first];
    for (let next = queue.shift(); next; next = queue.shift()) {
      const aggregate = journalAggregates.find(({ name }) => name === next!.aggregate) as AnyAggregate;
      const { id, command } = next;
      const { initial, decide, evolve } = aggregate.decider as Decider<unknown, Typed, Typed>;
      const key = `${aggregate.name}/${id}`;
      let state = changed.get(key) ?? initial(id);
      const events = decide(command, state, now);
      if (isRefusal(events)) throw new Error(events.detail);
      for (const event of events) {
        state = evolve(state, event);
        queue.push(...(aggregate.policy?.(event, state, id) ?? []));
      }
      changed.set(key, state);
    }
    this.documents = changed;
  }

  private of<T>(name: string): Map<string, T> {
    const found = [...this.documents].filter(([key]) => key.startsWith(`${name}/`));
    return new Map(found.map(([key, state]) => [key.slice(name.length + 1), state as T]));
  }

  get accounts() {
    return this.of<Account>('journalAccounts');
  }
  get entries() {
    return [...this.of<BookedEntry>('journalEntries').values()].toSorted((one, other) => one.number - other.number);
  }
  balances = () => Object.fromEntries([...this.accounts].map(([name, { balance }]) => [name, balance]));
  verify = (entries: readonly BookedEntry[] = this.entries, accounts = this.accounts) =>
    verifyJournal({
      entries,
      accounts,
      head: this.of<Head>('journalHead').get('head') ?? { number: 0, hash: '' },
    });
}

// functions.md §3.4, the vector of a charge of 10000.
const vector = [
  entry('raised', ['receivable', 10_000], ['due', -10_000]),
  entry('captured', ['clearing', 10_000], ['receivable', -10_000]),
  entry('settled', ['treasury', 9_940], ['channel-fee', 60], ['clearing', -10_000]),
  entry('approved', ['due', 3_000], ['refund-payable', -3_000]),
  entry('refunded', ['refund-payable', 3_000], ['clearing', -3_000]),
];

test('the vector of the requirements: charged, captured, settled net of the fee, partly refunded', async () => {
  const books = new Books().post(...vector);
  expect(books.balances()).toEqual({
    ...{ receivable: 0, clearing: -3_000, treasury: 9_940 },
    ...{ 'channel-fee': 60, due: -7_000, 'refund-payable': 0 },
  });
  expect(await books.verify()).toMatchObject({ entries: 5, trialBalance: 0, faults: [] });
});

test('a cause told again is booked once, and the time it is told at does not matter', () => {
  const books = new Books().post(...vector, ...vector, { ...vector[0]!, at: new Date('2026-03-03T01:00:00Z') });
  expect(books.entries.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
});

test('the same cause with other legs changes no account, and is an alarm', async () => {
  const books = new Books().post(...vector);
  const before = books.balances();
  books.post(entry('captured', ['clearing', 1], ['receivable', -1]));
  expect(books.balances()).toEqual(before);
  expect((await books.verify()).faults).toEqual([{ at: 'captured', fault: 'contradicted' }]);
});

test.each([
  ['out of balance', entry('x', ['clearing', 2], ['due', -1]), 'out of balance by 1 fen'],
  ['of one leg', entry('x', ['clearing', 0]), 'fewer than two legs'],
  ['of half a fen', entry('x', ['clearing', 0.5], ['due', -0.5]), 'whole fen'],
  ['over nothing', entry('x', ['clearing', 0], ['due', 0]), 'other than zero'],
  ['on no account', entry('x', ['', 1], ['due', -1]), 'a leg is an account'],
])('an entry %s is not booked', (_, wrong, said) => {
  expect(() => new Books().post(wrong)).toThrow(said);
});

test('what was wrong is reversed by an entry of its own', () => {
  const [raised] = vector;
  const books = new Books().post(raised!, { ...raised!, id: 'raised:reversed', legs: reversed(raised!.legs) });
  expect(books.balances()).toEqual({ receivable: 0, due: 0 });
  expect(books.entries).toHaveLength(2);
});

test('whatever was changed in the store is found', async () => {
  const books = new Books().post(...vector);
  const { entries, accounts } = books;
  const faultsOf = async (changed: readonly BookedEntry[], stored = accounts) =>
    (await books.verify(changed, stored)).faults.map(({ at, fault }) => `${at} ${fault}`);
  const other = (at: number, more: Partial<BookedEntry>) =>
    entries.map((each, index) => (index === at ? { ...each, ...more } : each));

  const richer = entry('', ['clearing', 20_000], ['receivable', -20_000]).legs;
  expect(await faultsOf(other(1, { legs: richer }))).toContain('captured changed');
  expect(await faultsOf(other(1, { at: new Date(0) }))).toEqual(['captured changed']);
  expect(await faultsOf(entries.filter((_, index) => index !== 2))).toContain('approved missing');
  expect(await faultsOf(entries.slice(0, 4))).toContain('head head-differs');
  const thief = new Map(accounts).set('treasury', { ...accounts.get('treasury')!, balance: 9_000 });
  expect(await faultsOf(entries, thief)).toEqual(['treasury balance-differs', 'accounts books-differ']);
});

const anyEntry = fc
  .record({
    cause: fc.nat(12),
    moved: fc.array(
      fc.record({ account: fc.constantFrom('a', 'b', 'c', 'd'), fen: fc.integer({ min: 1, max: 1e9 }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  })
  .map(({ cause, moved }): Entry => {
    const sum = moved.reduce((all, { fen }) => all + fen, 0);
    return { id: `cause-${cause}`, at: now, ref: 'any', legs: [...moved, { account: 'rest', fen: -sum }] };
  });

test('I1: over any history the books add up to zero and the chain holds', () =>
  fc.assert(
    fc.asyncProperty(fc.array(anyEntry, { maxLength: 40 }), async (history) => {
      const books = new Books().post(...history);
      const { faults, trialBalance, entries } = await books.verify();
      expect(trialBalance).toBe(0);
      expect(entries).toBe(new Set(history.map(({ id }) => id)).size);
      expect(faults.filter(({ fault }) => fault !== 'contradicted')).toEqual([]);
    }),
  ));
