import { MongoClient } from 'mongodb';
import { kafkaClient } from '../kafka';
import type { BenchServers } from './servers';

/** Drops the databases of a prefix, so that earlier visits do not burden later ones. */
export async function forgetDatabases({ mongoUrl }: BenchServers, prefix: string): Promise<void> {
  const client = await new MongoClient(mongoUrl).connect();
  try {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    for (const { name } of databases) if (name.startsWith(prefix)) await client.db(name).dropDatabase();
  } finally {
    await client.close();
  }
}

/**
 * Deletes the topics of a run. Only at its end: while a broker deletes topics, it may deny hosting others just created.
 */
export async function forgetTopics({ kafkaBrokers, security }: BenchServers, prefix: string): Promise<void> {
  const admin = kafkaClient(kafkaBrokers, 'bench', security).admin();
  await admin.connect();
  try {
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
    if (topics.length > 0) await admin.deleteTopics({ topics });
  } finally {
    await admin.disconnect();
  }
}
