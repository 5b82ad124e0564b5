import type { Admin } from 'kafkajs';
import { askOnce, kafkaClient, type KafkaConnection } from './connection';
import type { KafkaLog } from './kafka-logger';

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
    lag: (groupId, topics) => askOnce(kafka, (admin) => lagOf(admin, groupId, topics)),
  };
}

async function lagOf(admin: Admin, groupId: string, topics: readonly string[]): Promise<TopicLag[]> {
  const lags: TopicLag[] = [];
  for (const { topic, partitions } of await admin.fetchOffsets({ groupId, topics: [...topics] })) {
    const committed = new Map(partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
    for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
      const next = committed.get(partition) ?? -1n;
      const from = next < BigInt(low) ? BigInt(low) : next;
      lags.push({ topic, partition, lag: Number(BigInt(high) - from) });
    }
  }
  return lags;
}
