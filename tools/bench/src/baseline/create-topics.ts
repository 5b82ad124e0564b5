import type { Admin } from 'kafkajs';
import { kafkaClient } from '../kafka';
import { Problem } from '../problem';
import { eventually } from '../wait';

// As the system's topics.
const numPartitions = 6;

/** Creates topics on one broker and waits until each can be written. */
export async function createTopics(brokers: string, names: readonly string[]): Promise<void> {
  const admin = kafkaClient(brokers, 'bench').admin();
  await admin.connect();
  try {
    const topics = names.map((topic) => ({ topic, numPartitions, replicationFactor: 1 }));
    await admin.createTopics({ topics, waitForLeaders: false });
    if (!(await eventually(() => haveLeaders(admin, names), 20_000)))
      throw new Problem('Kafka did not make the baseline’s topics writable within 20 s');
  } finally {
    await admin.disconnect();
  }
}

async function haveLeaders(admin: Admin, names: readonly string[]): Promise<boolean> {
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: [...names] });
    return topics.every(({ partitions }) => partitions.length > 0 && partitions.every(({ leader }) => leader >= 0));
  } catch {
    // The metadata of a new topic: until the broker knows it, the request fails.
    return false;
  }
}
