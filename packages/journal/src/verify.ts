import { type Link, digestOf, hashAfter } from './entry';
import type { Account, BookedEntry, Head } from './journal';

export interface JournalFault {
  /** An entry, an account, or the head. */
  readonly at: string;
  readonly fault:
    'missing' | 'changed' | 'out-of-balance' | 'contradicted' | 'balance-differs' | 'head-differs' | 'books-differ';
}

export interface StoredJournal {
  /** By number, from the first on. */
  readonly entries: AsyncIterable<BookedEntry> | Iterable<BookedEntry>;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly head: Head;
}

export interface JournalReport {
  readonly entries: number;
  readonly hash: string;
  /** Fen over all accounts: zero. */
  readonly trialBalance: number;
  readonly balances: ReadonlyMap<string, number>;
  readonly faults: readonly JournalFault[];
}

/** Counts everything anew from the entries alone, and compares it with what is stored beside them. */
export async function verifyJournal({ entries, accounts, head }: StoredJournal): Promise<JournalReport> {
  const faults: JournalFault[] = [];
  const balances = new Map<string, number>();
  let last: Pick<Link, 'number' | 'hash'> = { number: 0, hash: '' };
  for await (const entry of entries) {
    const { id, number, previous, hash, legs, contradicted } = entry;
    if (number !== last.number + 1) faults.push({ at: id, fault: 'missing' });
    if (previous !== last.hash || hash !== hashAfter(previous, number, digestOf(entry)))
      faults.push({ at: id, fault: 'changed' });
    if (sumOf(legs.map(({ fen }) => fen)) !== 0) faults.push({ at: id, fault: 'out-of-balance' });
    if (contradicted.length > 0) faults.push({ at: id, fault: 'contradicted' });
    for (const { account, fen } of legs) balances.set(account, (balances.get(account) ?? 0) + fen);
    last = { number, hash };
  }
  for (const name of new Set([...balances.keys(), ...accounts.keys()]))
    if ((balances.get(name) ?? 0) !== (accounts.get(name)?.balance ?? 0))
      faults.push({ at: name, fault: 'balance-differs' });
  if (head.number !== last.number || head.hash !== last.hash) faults.push({ at: 'head', fault: 'head-differs' });
  const trialBalance = sumOf([...accounts.values()].map(({ balance }) => balance));
  if (trialBalance !== 0) faults.push({ at: 'accounts', fault: 'books-differ' });
  return { entries: last.number, hash: last.hash, trialBalance, balances, faults };
}

const sumOf = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0);
