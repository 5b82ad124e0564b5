import type { TopicMessages } from './kafkajs-producer';
import type { PartitionCounts } from './partition-counts';
import { partitionOf } from './partitioner';
import type { OutgoingRecord } from '@lianban/record';
import { partitionName } from './verify-ack';

export type Unroutable =
  { outcome: 'unknown-topic'; topic: string } | { outcome: 'unknown-partition'; topic: string; partition: number };

export type Routing =
  | Unroutable
  /** `sent` counts the records by partition name. */
  | { outcome: 'addressed'; batch: TopicMessages[]; sent: Map<string, number> };

/**
 * Gives every record its partition, keeping their order. Partitions are chosen here and not left to the client library,
 * so that it is known beforehand which ones the answer has to name; and the library would leave out, without a word, a
 * record for a partition that does not exist.
 * @throws whatever the look-up of a partition count throws
 */
export async function choosePartitions(records: readonly OutgoingRecord[], counts: PartitionCounts): Promise<Routing> {
  const countOf = new Map<string, number>();
  // Once a topic, not once a record: with the broker down every question takes its time to fail.
  for (const topic of new Set(records.map((record) => record.topic))) {
    const count = await counts.of(topic);
    if (count === undefined) return { outcome: 'unknown-topic', topic };
    countOf.set(topic, count);
  }
  const topics = new Map<string, TopicMessages>();
  const sent = new Map<string, number>();
  for (const { topic, key, value, headers, contents, partition: wanted } of records) {
    const count = countOf.get(topic) ?? 0;
    const partition = wanted ?? partitionOf(key, count);
    if (!isAmong(count, partition)) {
      // The topic may have grown since it was last asked about.
      counts.doubt([topic]);
      if (!isAmong((await counts.of(topic)) ?? 0, partition)) return { outcome: 'unknown-partition', topic, partition };
    }
    const { messages } = topics.get(topic) ?? newTopic(topics, topic);
    messages.push({ key, value, headers, contents, partition });
    const name = partitionName(topic, partition);
    sent.set(name, (sent.get(name) ?? 0) + 1);
  }
  return { outcome: 'addressed', batch: [...topics.values()], sent };
}

const isAmong = (count: number, partition: number) =>
  Number.isInteger(partition) && partition >= 0 && partition < count;

function newTopic(topics: Map<string, TopicMessages>, topic: string): TopicMessages {
  const entry = { topic, messages: [] };
  topics.set(topic, entry);
  return entry;
}
