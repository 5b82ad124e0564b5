import { BSON, type Collection, MongoClient } from 'mongodb';
import type { BenchServers } from '../machine/servers';
import { Problem } from '../problem';
import { type DocumentSample, copyOf, formerNumber, namesOfCopies, sampleOf } from './copy';

interface StoredSample {
  readonly collection: Collection;
  readonly sample: DocumentSample;
}

/** All documents of one finished application, in every database. */
type Remains = readonly StoredSample[];

const numberIn = /LB\d{14}/;
// Collections of a service, or of many applications together: blocks seal the reads of hundreds.
const bookkeeping = [
  'outbox',
  'parked',
  'counters',
  'takenOver',
  'operatorActions',
  'pages',
  'catalogue',
  'catalogueUses',
  'holidays',
  'holidayUses',
];
const samples = 100;
const atOnce = 2_000;

/**
 * Inserts copies of finished applications, under new numbers, directly into the databases of a prefix.
 * @param from,to number of copies before and after @param tell reports progress
 */
export async function fill(
  { mongoUrl }: BenchServers,
  prefix: string,
  { from, to, tell }: { readonly from: number; readonly to: number; readonly tell: (done: number) => void },
): Promise<void> {
  const client = await new MongoClient(mongoUrl).connect();
  try {
    const remains = await remainsOf(client, prefix);
    const another = namesOfCopies(from);
    const waiting = new Map<Collection, object[]>();
    const write = async (collection: Collection, documents: object[]) => {
      await collection.insertMany(documents.splice(0), { ordered: false, writeConcern: { w: 1, journal: false } });
    };
    for (let nth = from; nth < to; nth++) {
      for (const { collection, sample } of remains[nth % remains.length]!) {
        const documents = waiting.get(collection) ?? [];
        // Keeps the stored number types.
        const copy = copyOf(sample, formerNumber(nth), another);
        documents.push(BSON.deserialize(copy, { promoteValues: false, promoteLongs: false }));
        waiting.set(collection, documents);
        if (documents.length >= atOnce) await write(collection, documents);
      }
      if ((nth + 1) % 5_000 === 0) tell(nth + 1);
    }
    for (const [collection, documents] of waiting) if (documents.length > 0) await write(collection, documents);
  } finally {
    await client.close();
  }
}

/** All documents of some finished applications, grouped by application. */
async function remainsOf(client: MongoClient, prefix: string): Promise<readonly Remains[]> {
  const finished = client.db(`${prefix}applications`).collection<{ _id: string }>('applications');
  const some = await finished.find({ 'state.ending': 'completed' }).limit(samples).project({ _id: 1 }).toArray();
  const groups = new Map<string, StoredSample[]>(some.map(({ _id }) => [String(_id), []]));
  if (groups.size === 0) throw new Problem('no application was finished that could be copied');
  const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
  for (const { name } of databases.filter(({ name }) => name.startsWith(prefix)))
    for (const collection of await client.db(name).collections()) {
      if (bookkeeping.includes(collection.collectionName)) continue;
      for await (const bytes of collection.find({}, { raw: true }) as AsyncIterable<Uint8Array>) {
        const document = Buffer.from(bytes);
        const [number = ''] = numberIn.exec(document.toString('latin1')) ?? [];
        const id = String((BSON.deserialize(document) as { _id: unknown })._id);
        groups.get(number)?.push({ collection, sample: sampleOf(document, id, number) });
      }
    }
  return [...groups.values()];
}

/** Sizes of all databases of a prefix in megabytes (2^20): of documents, and on disk with indexes. */
export async function stored(
  { mongoUrl }: BenchServers,
  prefix: string,
): Promise<{ megabytes: number; diskMegabytes: number }> {
  const client = await new MongoClient(mongoUrl).connect();
  try {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    const own = databases.filter(({ name }) => name.startsWith(prefix));
    const sizes = await Promise.all(own.map(({ name }) => client.db(name).stats()));
    const sum = (read: (of: (typeof sizes)[number]) => number) => sizes.reduce((all, each) => all + read(each), 0);
    return {
      megabytes: sum(({ dataSize }) => Number(dataSize)) / 2 ** 20,
      diskMegabytes: sum(({ storageSize, indexSize }) => Number(storageSize) + Number(indexSize)) / 2 ** 20,
    };
  } finally {
    await client.close();
  }
}
