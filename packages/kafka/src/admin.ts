import type { Admin } from 'kafkajs';
import { askOnce, kafkaClient, type KafkaConnection } from './connection';
import type { KafkaLog } from './kafka-logger';
import type { Standing } from '@lianban/record';
import { protocolErrorType } from './send-errors';

export interface TopicLag {
  topic: string;
  partition: number;
  /** Records on the log which the group has not committed. */
  lag: number;
}

/** Questions about the cluster, each over a connection of its own. They reject when no broker answers or a topic is missing. */
export interface KafkaAdmin {
  /** Partitions by topic. */
  partitionCounts(topics: readonly string[]): Promise<Map<string, number>>;
  /** Which of these topics the cluster does not have. One that may not be looked at counts as there: reading it says so. */
  missing(topics: readonly string[]): Promise<readonly string[]>;
  /** How far `groupId` has come, for every partition; its own word is asked first, so a partition never looks read that is not. */
  standing(groupId: string, topics: readonly string[]): Promise<Standing[]>;
  /** How far `groupId` is behind, for every partition. */
  lag(groupId: string, topics: readonly string[]): Promise<TopicLag[]>;
}

export function kafkaAdmin(connection: KafkaConnection, log: KafkaLog): KafkaAdmin {
  const kafka = kafkaClient(connection, log);
  return {
    partitionCounts: (topics) =>
      askOnce(kafka, async (admin) => {
        const answer = await admin.fetchTopicMetadata({ topics: [...topics] });
        return new Map(answer.topics.map(({ name, partitions }) => [name, partitions.length]));
      }),
    missing: (topics) => askOnce(kafka, (admin) => missingOf(admin, topics)),
    standing: (groupId, topics) => askOnce(kafka, (admin) => standingOf(admin, groupId, topics)),
    lag: async (groupId, topics) => {
      const found = await askOnce(kafka, (admin) => standingOf(admin, groupId, topics));
      return found.map(({ topic, partition, next, end }) => ({ topic, partition, lag: Number(end - next) }));
    },
  };
}

/** All at once, and one by one only where one is missing: the library's answer does not say which. */
async function missingOf(admin: Admin, topics: readonly string[]): Promise<readonly string[]> {
  try {
    await admin.fetchTopicMetadata({ topics: [...topics] });
    return [];
  } catch (error) {
    const type = protocolErrorType(error);
    if (type === 'TOPIC_AUTHORIZATION_FAILED' && topics.length === 1) return [];
    if (type !== 'UNKNOWN_TOPIC_OR_PARTITION' && type !== 'TOPIC_AUTHORIZATION_FAILED') throw error;
    if (topics.length === 1) return topics;
  }
  const found: string[] = [];
  for (const topic of topics) found.push(...(await missingOf(admin, [topic])));
  return found;
}

async function standingOf(admin: Admin, groupId: string, topics: readonly string[]): Promise<Standing[]> {
  const found: Standing[] = [];
  if (topics.length === 0) return found;
  for (const { topic, partitions } of await admin.fetchOffsets({ groupId, topics: [...topics] })) {
    const committed = new Map(partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
    for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
      const next = committed.get(partition) ?? -1n;
      found.push({ topic, partition, next: next < BigInt(low) ? BigInt(low) : next, end: BigInt(high) });
    }
  }
  return found;
}
