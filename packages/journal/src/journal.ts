import { type AddressedCommand, type AnyAggregate, aggregate, aggregateType, commandTo } from '@lianban/model';
import { type Entry, type Leg, type Link, digestOf, hashAfter, requireBalanced, sameLegs } from './entry';

/** An entry as it is stored: booked once, and never changed. */
export interface BookedEntry extends Entry, Link {
  /** The legs somebody wanted to book for the same cause later: an alarm. */
  readonly contradicted: readonly (readonly Leg[])[];
  readonly isContradicted: boolean;
}

export interface Account {
  /** Fen; debits are positive. */
  readonly balance: number;
  readonly entries: number;
  readonly lastEntry: string;
}

export type Head = Omit<Link, 'previous'>;

type EntryCommand = { readonly type: 'Book'; readonly entry: Entry } | { readonly type: 'Chain'; readonly link: Link };
type EntryEvent =
  | { readonly type: 'Booked'; readonly entry: Entry }
  | { readonly type: 'Chained'; readonly link: Link }
  | { readonly type: 'Contradicted'; readonly legs: readonly Leg[] };

interface Move {
  readonly type: 'Move';
  readonly fen: number;
  readonly entry: string;
}
interface Append {
  readonly type: 'Append';
  readonly entry: string;
  readonly digest: string;
}
interface Appended {
  readonly type: 'Appended';
  readonly entry: string;
  readonly link: Link;
}

export const JOURNAL_ENTRIES = aggregateType<BookedEntry, EntryCommand, EntryEvent>('journalEntries');
export const JOURNAL_ACCOUNTS = aggregateType<Account, Move, Move>('journalAccounts');
export const JOURNAL_HEAD = aggregateType<Head, Append, Appended>('journalHead');
const HEAD = 'head';

/** Books an entry in the transaction of whatever causes it: returned by the policy of another aggregate. */
export const book = (entry: Entry): AddressedCommand => commandTo(JOURNAL_ENTRIES, entry.id, { type: 'Book', entry });

const entries = aggregate(JOURNAL_ENTRIES, {
  decider: {
    initial: (id) => ({
      ...{ id, at: new Date(0), ref: '', legs: [], contradicted: [], isContradicted: false },
      ...{ number: 0, previous: '', hash: '' },
    }),
    decide(command, state): readonly EntryEvent[] {
      if (command.type === 'Chain') return state.number === 0 ? [{ type: 'Chained', link: command.link }] : [];
      const { entry } = command;
      requireBalanced(entry);
      if (state.legs.length === 0) return [{ type: 'Booked', entry }];
      return sameLegs(state.legs, entry.legs) ? [] : [{ type: 'Contradicted', legs: entry.legs }];
    },
    evolve(state, event) {
      if (event.type === 'Booked') return { ...state, ...event.entry };
      if (event.type === 'Chained') return { ...state, ...event.link };
      return { ...state, contradicted: [...state.contradicted, event.legs], isContradicted: true };
    },
  },
  createdBy: ['Book'],
  announce: { Booked: 'private', Chained: 'private', Contradicted: 'private' },
  policy(event) {
    if (event.type !== 'Booked') return [];
    const { entry } = event;
    const moves = entry.legs.map(({ account, fen }) =>
      commandTo(JOURNAL_ACCOUNTS, account, { type: 'Move', fen, entry: entry.id }),
    );
    const append = { type: 'Append', entry: entry.id, digest: digestOf(entry) } as const;
    return [commandTo(JOURNAL_HEAD, HEAD, append), ...moves];
  },
  indexes: [{ fields: { 'state.number': 1 } }, { fields: { 'state.ref': 1 } }],
  needsOperator: { 'state.isContradicted': true },
});

const accounts = aggregate(JOURNAL_ACCOUNTS, {
  decider: {
    initial: () => ({ balance: 0, entries: 0, lastEntry: '' }),
    decide: (command) => [command],
    evolve: ({ balance, entries: before }, { fen, entry }) => ({
      balance: balance + fen,
      entries: before + 1,
      lastEntry: entry,
    }),
  },
  announce: { Move: 'private' },
});

const head = aggregate(JOURNAL_HEAD, {
  decider: {
    initial: () => ({ number: 0, hash: '' }),
    decide({ entry, digest }, { number: last, hash: previous }) {
      const number = last + 1;
      return [{ type: 'Appended', entry, link: { number, previous, hash: hashAfter(previous, number, digest) } }];
    },
    evolve: (_, { link: { number, hash } }) => ({ number, hash }),
  },
  announce: { Appended: 'private' },
  policy: ({ entry, link }) => [commandTo(JOURNAL_ENTRIES, entry, { type: 'Chain', link })],
});

/** The documents of a service's journal, beside its own. */
export const journalAggregates: readonly AnyAggregate[] = [entries, accounts, head];
