import type { OutgoingRecord } from '@lianban/record';
import type { LookUpPartitionCount, TopicMessages } from './kafkajs-producer';

/** Names one partition in maps and messages. */
export const partitionName = (topic: string, partition: number): string => `${topic}[${partition}]`;

/** The partition of `key` among `count`: Kafka's own rule, so that other clients choose the same one. */
export const partitionOf = (key: string, count: number): number => (murmur2(Buffer.from(key)) & 0x7fffffff) % count;

const mix = 0x5bd1e995;

/** murmur2 of 32 bits with Kafka's seed. kafkajs has it in arbitrary precision, at a hundred times the cost. */
function murmur2(bytes: Buffer): number {
  const whole = bytes.length & ~3;
  let hash = 0x9747b28c ^ bytes.length;
  for (let at = 0; at < whole; at += 4) {
    const word = Math.imul(bytes.readInt32LE(at), mix);
    hash = Math.imul(hash, mix) ^ Math.imul(word ^ (word >>> 24), mix);
  }
  if (bytes.length > whole) {
    for (let at = bytes.length - 1; at >= whole; at--) hash ^= bytes[at]! << (8 * (at - whole));
    hash = Math.imul(hash, mix);
  }
  hash = Math.imul(hash ^ (hash >>> 13), mix);
  return hash ^ (hash >>> 15);
}

const countTtlMs = 300_000;

/** Caches partition counts. While the broker cannot be asked, an expired count stays in use. */
export class PartitionCounts {
  private readonly cache = new Map<string, { count: number; readAt: number }>();

  constructor(private readonly lookUp: LookUpPartitionCount) {}

  /** @throws whatever the look-up throws, for a topic that is not in the cache */
  async of(topic: string): Promise<number | undefined> {
    const cached = this.cache.get(topic);
    if (cached && Date.now() - cached.readAt < countTtlMs) return cached.count;
    try {
      const count = await this.lookUp(topic);
      if (count === undefined) this.cache.delete(topic);
      else this.cache.set(topic, { count, readAt: Date.now() });
      return count;
    } catch (error) {
      if (cached) return cached.count;
      throw error;
    }
  }

  /** The next read of these topics asks the broker. */
  expire(topics: Iterable<string>): void {
    for (const topic of topics) {
      const cached = this.cache.get(topic);
      if (cached) this.cache.set(topic, { ...cached, readAt: Number.NEGATIVE_INFINITY });
    }
  }
}

/** The topic or the partition of a record does not exist. */
export type Unroutable =
  { outcome: 'unknown-topic'; topic: string } | { outcome: 'unknown-partition'; topic: string; partition: number };

export type Routing =
  | Unroutable
  /** `sent` counts the records by partition name. */
  | { outcome: 'routed'; batch: TopicMessages[]; sent: Map<string, number> };

/**
 * Gives every record its partition and keeps their order. Partitions are chosen here and not by kafkajs for two reasons:
 * the partitions that the acknowledgement has to name must be known before the send, and kafkajs drops a record for a
 * partition that does not exist without an error.
 * @throws whatever the look-up of a partition count throws
 */
export async function choosePartitions(records: readonly OutgoingRecord[], counts: PartitionCounts): Promise<Routing> {
  const countOf = new Map<string, number>();
  // One look-up per topic, not per record: with the broker down, each takes its time to fail.
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
    if (!isWithin(count, partition)) {
      // The topic may have got more partitions since the count was cached.
      counts.expire([topic]);
      if (!isWithin((await counts.of(topic)) ?? 0, partition))
        return { outcome: 'unknown-partition', topic, partition };
    }
    const { messages } = topics.get(topic) ?? newTopic(topics, topic);
    messages.push({ key, value, headers, contents, partition });
    const name = partitionName(topic, partition);
    sent.set(name, (sent.get(name) ?? 0) + 1);
  }
  return { outcome: 'routed', batch: [...topics.values()], sent };
}

const isWithin = (count: number, partition: number) =>
  Number.isInteger(partition) && partition >= 0 && partition < count;

function newTopic(topics: Map<string, TopicMessages>, topic: string): TopicMessages {
  const entry = { topic, messages: [] };
  topics.set(topic, entry);
  return entry;
}
