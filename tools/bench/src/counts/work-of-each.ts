import { MongoClient } from 'mongodb';
import { kafkaClient } from '../kafka';
import type { BenchServers } from '../machine/servers';

/** What a service has done so far, as Kafka and MongoDB count it: the same for every release, and for one process or many. */
export interface Work {
  /** Records on its topics. */
  readonly produced: number;
  /** Records its groups have taken. */
  readonly delivered: number;
  readonly queries: number;
  readonly inserts: number;
  readonly updates: number;
  readonly transactions: number;
}
export type WorkOfEach = ReadonlyMap<string, Work>;

const none: Work = { produced: 0, delivered: 0, queries: 0, inserts: 0, updates: 0, transactions: 0 };

/** The work of every service by its name, what it does without applications included. */
export async function workOfEach(servers: BenchServers, prefix: string): Promise<WorkOfEach> {
  const each = new Map<string, Work>();
  const add = (service: string, more: Partial<Work>) => {
    const before = each.get(service) ?? none;
    each.set(service, {
      ...before,
      ...Object.fromEntries(Object.entries(more).map(([kind, n]) => [kind, before[kind as keyof Work] + n])),
    });
  };
  await Promise.all([countStored(servers, prefix, add), countRecords(servers, prefix, add)]);
  return each;
}

type Add = (service: string, more: Partial<Work>) => void;
interface Top {
  readonly totals: Readonly<
    Record<string, { readonly queries: { count: number }; readonly update: { count: number } }>
  >;
}

/** Each service has a database of its own. Each transaction replaces the document of its process in the outbox. */
async function countStored({ mongoUrl }: BenchServers, prefix: string, add: Add): Promise<void> {
  const client = await new MongoClient(mongoUrl).connect();
  try {
    const { totals } = (await client.db('admin').command({ top: 1 })) as unknown as Top;
    for (const [place, { queries, update }] of Object.entries(totals)) {
      if (!place.startsWith(prefix)) continue;
      const [database = '', ...rest] = place.split('.');
      const collection = rest.join('.');
      const service = database.slice(prefix.length);
      if (collection === 'outbox') {
        add(service, { transactions: update.count });
        continue;
      }
      const inserts = await client.db(database).collection(collection).countDocuments();
      add(service, { queries: queries.count, updates: update.count, inserts });
    }
  } finally {
    await client.close();
  }
}

async function countRecords({ kafkaBrokers, security }: BenchServers, prefix: string, add: Add): Promise<void> {
  const admin = kafkaClient(kafkaBrokers, 'bench', security).admin();
  await admin.connect();
  try {
    const ownerOf = (name: string) => name.slice(prefix.length).split('.', 1)[0] ?? '';
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
    for (const topic of topics)
      add(ownerOf(topic), { produced: sumOf(await admin.fetchTopicOffsets(topic), ({ high, low }) => +high - +low) });
    const groups = (await admin.listGroups()).groups.filter(({ groupId }) => groupId.startsWith(prefix));
    for (const { groupId } of groups)
      for (const { partitions } of await admin.fetchOffsets({ groupId, topics }))
        add(ownerOf(groupId), { delivered: sumOf(partitions, ({ offset }) => Math.max(0, +offset)) });
  } finally {
    await admin.disconnect();
  }
}

const sumOf = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((sum, one) => sum + of(one), 0);
