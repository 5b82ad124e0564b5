export { type Entry, type Leg, reversed } from './entry';
export {
  type Account,
  type BookedEntry,
  type Head,
  JOURNAL_ACCOUNTS,
  JOURNAL_ENTRIES,
  JOURNAL_HEAD,
  book,
  journalAggregates,
} from './journal';
export { type JournalFault, type JournalReport, type StoredJournal, verifyJournal } from './verify';
