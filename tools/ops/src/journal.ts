import { verifyJournal } from '@lianban/journal';
import type { CityInspector } from './inspect/city';
import { type CommandResult, table } from './output';
import { serviceOf } from './parked';

/** Counts a journal anew from its entries: the chain, every account, and the trial balance. */
export async function journalVerify(city: CityInspector, service: string): Promise<CommandResult> {
  const { store } = serviceOf(city, service);
  const { entries, hash, trialBalance, balances, faults } = await store.journal.read(verifyJournal);
  const accounts = [...balances].map(([account, fen]) => ({ account, fen })).toSorted(byName);
  const lines = [
    ...table(accounts.map(({ account, fen }) => ({ account, fen: String(fen) }))),
    ...(faults.length === 0 ? [] : table(faults.map(({ at, fault }) => ({ at, fault })))),
    `${entries} entries, ${faults.length} differences, trial balance ${trialBalance} fen`,
    ...(entries > 0 ? [`entry ${entries} is chained to all before: ${hash}`] : []),
  ];
  return { data: { entries, hash, trialBalance, accounts, faults }, lines, isBad: faults.length > 0 };
}

const byName = (one: { readonly account: string }, other: { readonly account: string }): number =>
  one.account < other.account ? -1 : 1;
