import type { Admin } from 'kafkajs';
import { askOnce, kafkaClient, type KafkaConnection } from './connection';
import type { KafkaLog } from './kafka-logger';
import type { GroupOffset } from '@lianban/record';
import { protocolErrorType } from './errors';

/** Reads the state of the cluster, over a connection for each call. Rejects when no broker answers or a topic is missing. */
export interface KafkaAdmin {
  /** Which of these topics do not exist. A topic this client may not look up counts as existing: reading it gives the error. */
  missing(topics: readonly string[]): Promise<readonly string[]>;
  /**
   * The committed offset of `groupId` and the end of the log, for every partition. The committed offsets are read first, so
   * a partition never looks further read than it is.
   */
  groupOffsets(groupId: string, topics: readonly string[]): Promise<GroupOffset[]>;
}

export function kafkaAdmin(connection: KafkaConnection, log: KafkaLog): KafkaAdmin {
  const kafka = kafkaClient(connection, log);
  return {
    missing: (topics) => askOnce(kafka, (admin) => missingTopics(admin, topics)),
    groupOffsets: (groupId, topics) => askOnce(kafka, (admin) => groupOffsets(admin, groupId, topics)),
  };
}

/** One request for all topics; one request per topic only when one is missing, because kafkajs does not say which. */
async function missingTopics(admin: Admin, topics: readonly string[]): Promise<readonly string[]> {
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
  for (const topic of topics) found.push(...(await missingTopics(admin, [topic])));
  return found;
}

async function groupOffsets(admin: Admin, groupId: string, topics: readonly string[]): Promise<GroupOffset[]> {
  const found: GroupOffset[] = [];
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
