import { MongoClient } from 'mongodb';
import { kafkaClient } from '../kafka';
import type { BenchServers } from './servers';

/** Totals since the servers started; the caller takes the difference. */
export interface WorkDone {
  /** Documents inserted, updated or deleted; those in transactions included. */
  readonly writes: number;
  readonly transactions: number;
  /** Records on all topics of the prefix. */
  readonly records: number;
}

export async function workDone(servers: BenchServers, prefix: string): Promise<WorkDone> {
  const [mongo, records] = await Promise.all([mongoWork(servers.mongoUrl), recordsOn(servers, prefix)]);
  return { ...mongo, records };
}

async function mongoWork(url: string): Promise<Pick<WorkDone, 'writes' | 'transactions'>> {
  const client = await new MongoClient(url).connect();
  try {
    const { opcounters, transactions } = await client.db('admin').command({ serverStatus: 1 });
    const { insert, update, delete: removed } = opcounters as Record<'insert' | 'update' | 'delete', number>;
    return {
      writes: Number(insert) + Number(update) + Number(removed),
      transactions: Number(transactions.totalCommitted),
    };
  } finally {
    await client.close();
  }
}

async function recordsOn({ kafkaBrokers, security }: BenchServers, prefix: string): Promise<number> {
  const admin = kafkaClient(kafkaBrokers, 'bench', security).admin();
  await admin.connect();
  try {
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
    const offsets = await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)));
    return offsets.flat().reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
  } finally {
    await admin.disconnect();
  }
}
