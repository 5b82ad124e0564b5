import { MongoClient } from 'mongodb';
import { setTimeout as pause } from 'node:timers/promises';
import type { KafkaMessage } from 'kafkajs';
import { kafkaClient } from '../kafka';
import { type Sizes, usualSizes } from '../floor/sizes';
import type { Servers } from '../machine/servers';

/** What the system's documents and records of this prefix weigh on average: the floor then writes and sends the same. */
export async function measureSizes({ mongoUrl, kafkaBrokers }: Servers, prefix: string): Promise<Sizes> {
  const client = await new MongoClient(mongoUrl).connect();
  try {
    const size = async (database: string) => heaviest(client, `${prefix}${database}`);
    return {
      application: (await size('applications')) ?? usualSizes.application,
      case: (await size('permits')) ?? usualSizes.case,
      record: (await recordSize(kafkaBrokers, prefix)) ?? usualSizes.record,
    };
  } finally {
    await client.close();
  }
}

/** Average size in the collection that holds most: the cases, beside which everything else is bookkeeping. */
async function heaviest(client: MongoClient, database: string): Promise<number | undefined> {
  const collections = await client.db(database).listCollections().toArray();
  const stats = await Promise.all(
    collections.map(async ({ name }) => {
      const [found] = await client
        .db(database)
        .collection(name)
        .aggregate([{ $collStats: { storageStats: {} } }])
        .toArray();
      return found?.['storageStats'] as { size: number; count: number };
    }),
  );
  const [most] = stats.filter(({ count }) => count > 0).toSorted((a, b) => b.size - a.size);
  return most && Math.round(most.size / most.count);
}

const sampleMs = 2_000;

async function recordSize(brokers: string, prefix: string): Promise<number | undefined> {
  const kafka = kafkaClient(brokers, 'bench');
  const admin = kafka.admin();
  await admin.connect();
  const names = await admin.listTopics();
  await admin.disconnect();
  const topics = names.filter((name) => name.startsWith(prefix) && name.endsWith('.v1'));
  const consumer = kafka.consumer({ groupId: `${prefix}bench-sizes`, maxWaitTimeInMs: 100 });
  let bytes = 0;
  let records = 0;
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch }) => {
      records += batch.messages.length;
      for (const message of batch.messages) bytes += weight(message);
    },
  });
  await pause(sampleMs);
  await consumer.disconnect();
  return records === 0 ? undefined : Math.round(bytes / records);
}

function weight({ key, value, headers = {} }: KafkaMessage): number {
  const named = Object.entries(headers).reduce((sum, [name, text]) => sum + name.length + (text?.length ?? 0), 0);
  return (key?.length ?? 0) + (value?.length ?? 0) + named;
}
