import mongoose from 'mongoose';
import { type AuditLogReader, readAuditLog } from '@lianban/audit-log';
import type { StoredDocument } from '@lianban/engine';
import { openServerClock } from '@lianban/mongo';
import { type OperatorStore, operatorStore } from '@lianban/operations';
import { catalogueCollectionNames, holidayCollectionNames } from '@lianban/city-catalogue';
import { sealRunsName } from '@lianban/vault';
import { type CatalogueInspector, inspectCatalogue } from './catalogue';
import { type HolidayInspector, inspectHolidays } from './holidays';
import { type JournalInspector, inspectJournal } from './journal';
import { type ProjectionInspector, inspectProjections } from './projections';
import { type RetentionInspector, inspectRetention } from './retention';
import { type RetentionLedger, ledgerNames, retentionLedger } from './retention-ledger';
import { type SealInspector, inspectSeals } from './seals';

const bookkeepingOnly = [
  'outbox',
  'parked',
  'counters',
  'takenOver',
  'operatorActions',
  'operatorAsks',
  'projections',
  sealRunsName,
  ...ledgerNames,
  'contents.files',
  'contents.chunks',
  ...catalogueCollectionNames,
  ...holidayCollectionNames,
];
/** Collections that hold no documents with rules of their own. */
const isOther = (name: string) =>
  bookkeepingOnly.includes(name) || name.startsWith('system.') || name.startsWith('projection.');

/** A document without personal data: its bookkeeping and status. */
export interface DocumentSummary extends Pick<StoredDocument, '_id' | 'version' | 'seen' | 'sent' | 'wakeAt'> {
  readonly kind: string;
  readonly status: string | undefined;
  readonly asks: readonly { readonly name: string; readonly deadlineAt: Date }[];
  /** The steps of an application that a department or city service has ended; without those an operator answered for. */
  readonly ended: readonly { readonly step: string; readonly outcome: string }[];
}

/** One service's database from outside: creates no collection and no index. */
export interface StoreInspector extends OperatorStore {
  /** How many documents there are, about. */
  count(): Promise<number>;
  /** All documents, or those of these applications. */
  documents(applications?: readonly string[]): AsyncIterable<DocumentSummary>;
  readonly projections: ProjectionInspector;
  readonly catalogue: CatalogueInspector;
  readonly holidays: HolidayInspector;
  readonly seals: SealInspector;
  readonly retention: RetentionInspector;
  readonly ledger: RetentionLedger;
  /** The aggregate whose documents are sealed in blocks, and the aggregate of these blocks. */
  book(entries: string, pages: string): AuditLogReader;
  readonly journal: JournalInspector;
}

export interface StoresInspector {
  readonly connection: mongoose.Connection;
  /** Milliseconds since 1970 by the server's clock. */
  now(): number;
  of(database: string): StoreInspector;
  close(): Promise<void>;
}

const kept = { version: 1, seen: 1, sent: 1, wakeAt: 1, asks: 1, 'state.status': 1, 'state.ending': 1 } as const;
// Of steps their outcome alone is read: the facts beside it are about a person.
const said = { step: '$$this.k', outcome: '$$this.v.outcome', by: '$$this.v.takenOverBy' };
const ended = {
  $cond: [
    { $eq: [{ $type: '$state.steps' }, 'object'] },
    { $map: { input: { $objectToArray: '$state.steps' }, in: said } },
    [],
  ],
};
const fields = { ...kept, ended };

type SummarySource = Omit<DocumentSummary, 'kind' | 'status' | 'ended'> & {
  readonly ended: readonly { readonly step: string; readonly outcome?: string; readonly by?: string }[];
  readonly state?: { readonly status?: string; readonly ending?: string };
};

/** @throws when no server answers within five seconds */
export async function openStores(url: string): Promise<StoresInspector> {
  const connection = mongoose.createConnection(url, {
    appName: 'lianban-ops',
    autoIndex: false,
    serverSelectionTimeoutMS: 5_000,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
  });
  await connection.asPromise();
  const client = connection.getClient();
  const clock = await openServerClock(client);
  return {
    connection,
    now: clock.now,
    of: (database) => storeSurvey(client, client.db(database), clock.now),
    close: () => {
      clock.stop();
      return connection.close();
    },
  };
}

function storeSurvey(client: mongoose.mongo.MongoClient, db: mongoose.mongo.Db, now: () => number): StoreInspector {
  const kinds = async () => {
    const all = await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
    return all.map(({ name }) => name).filter((name) => !isOther(name));
  };
  return {
    ...operatorStore(db, kinds),
    projections: inspectProjections(db, now),
    catalogue: inspectCatalogue(db, now),
    holidays: inspectHolidays(db, now),
    seals: inspectSeals(db, now),
    retention: inspectRetention(db),
    ledger: retentionLedger(db),
    async count() {
      const counts = (await kinds()).map((kind) => db.collection(kind).estimatedDocumentCount());
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    },
    async *documents(applications) {
      for (const filter of applications ? filtersOf(applications) : [{}])
        for (const kind of await kinds()) {
          const found = db.collection<SummarySource>(kind).find(filter as object, { projection: fields });
          for await (const { state, ...kept } of found) {
            const { _id, version, seen, sent, wakeAt, asks, ended } = kept as unknown as SummarySource;
            if (sent === undefined) continue;
            const status = state?.ending ?? state?.status;
            const open = (asks ?? []).map(({ name, deadlineAt }) => ({ name, deadlineAt }));
            const byOthers = ended.flatMap(({ step, outcome, by }) => (outcome && !by ? { step, outcome } : []));
            yield { kind, _id, version, seen, sent, wakeAt, status, asks: open, ended: byOthers };
          }
        }
    },
    journal: inspectJournal(client, db),
    book: (entries, pages) => readAuditLog(db.collection(entries), db.collection(pages)),
  };
}

const applicationsAtOnce = 200;

/** Queries documents by application, in chunks: "0" follows "/" in ASCII, so an index range finds the steps too. */
function* filtersOf(applications: readonly string[]) {
  for (let from = 0; from < applications.length; from += applicationsAtOnce) {
    const some = applications.slice(from, from + applicationsAtOnce);
    yield { $or: some.flatMap((each) => [{ _id: each }, { _id: { $gte: `${each}/`, $lt: `${each}0` } }]) };
  }
}
