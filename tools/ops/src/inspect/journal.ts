import type { Account, BookedEntry, Head, StoredJournal } from '@lianban/journal';
import type mongoose from 'mongoose';

type Stored<S> = mongoose.mongo.Document & { readonly _id: string; readonly state: S };

export interface JournalInspector {
  /** Reads the journal as of one moment, while the service goes on. */
  read<T>(by: (journal: StoredJournal) => Promise<T>): Promise<T>;
}

export const inspectJournal = (client: mongoose.mongo.MongoClient, db: mongoose.mongo.Db): JournalInspector => ({
  read: (by) =>
    client.withSession({ snapshot: true }, async (session) => {
      const all = <S>(name: string) => db.collection<Stored<S>>(name).find({}, { session });
      const accounts = new Map<string, Account>();
      for await (const { _id, state } of all<Account>('journalAccounts')) accounts.set(_id, state);
      const [head] = await all<Head>('journalHead').toArray();
      async function* entries() {
        for await (const { state } of all<BookedEntry>('journalEntries').sort({ 'state.number': 1 })) yield state;
      }
      return by({ entries: entries(), accounts, head: head?.state ?? { number: 0, hash: '' } });
    }),
});
