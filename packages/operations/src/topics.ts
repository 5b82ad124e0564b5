import { randomUUID } from 'node:crypto';
import { kafkaClient, askOnce, type KafkaConnection, incoming, type KafkaLog } from '@lianban/kafka';
import type { IncomingRecord } from '@lianban/record';

export interface PartitionBounds {
  readonly partition: number;
  /** The oldest offset retained, and the next one. */
  readonly low: bigint;
  readonly high: bigint;
}

/** An offset range of one partition, its end excluded. */
export interface OffsetRange {
  readonly topic: string;
  readonly partition: number;
  readonly from: bigint;
  readonly end: bigint;
}

/** Reads a cluster from outside: commits no offsets of any group. */
export interface TopicInspector {
  topics(): Promise<readonly string[]>;
  bounds(topic: string): Promise<readonly PartitionBounds[]>;
  /** The first offset of each partition at or after a moment; the next offset when there is none. */
  since(topic: string, at: Date): Promise<ReadonlyMap<number, bigint>>;
  /** The committed offsets of a group. */
  committed(groupId: string, topic: string): Promise<ReadonlyMap<number, bigint>>;
  /**
   * Reads all records of the ranges, in order within a partition.
   * @throws when `mostMs` have passed: somebody else may read in the same group
   */
  read(stretches: readonly OffsetRange[], see: (record: IncomingRecord) => void): Promise<void>;
}

/** How records are read. */
interface Reading {
  /** A group that exists for a service by its access list; without one, a throw-away group. */
  readonly group?: string;
  readonly mostMs?: number;
}

export function inspectTopics(connection: KafkaConnection, log: KafkaLog, reading: Reading = {}): TopicInspector {
  const kafka = kafkaClient(connection, log);
  const bounds = (topic: string) =>
    askOnce(kafka, async (admin) =>
      (await admin.fetchTopicOffsets(topic)).map(({ partition, low, high }) => ({
        partition,
        low: BigInt(low),
        high: BigInt(high),
      })),
    );
  return {
    topics: () => askOnce(kafka, (admin) => admin.listTopics()),
    bounds,
    since: (topic, at) =>
      askOnce(kafka, async (admin) => {
        const found = await admin.fetchTopicOffsetsByTimestamp(topic, at.getTime());
        return new Map(found.map(({ partition, offset }) => [partition, BigInt(offset)]));
      }),
    committed: (groupId, topic) =>
      askOnce(kafka, async (admin) => {
        const [answer] = await admin.fetchOffsets({ groupId, topics: [topic] });
        const known = answer?.partitions.filter(({ offset }) => offset !== '-1') ?? [];
        return new Map(known.map(({ partition, offset }) => [partition, BigInt(offset)]));
      }),
    async read(stretches, see) {
      const left = new Map(stretches.filter(({ from, end }) => end > from).map((each) => [placeOf(each), each]));
      if (left.size === 0) return;
      const topics = [...new Set([...left.values()].map(({ topic }) => topic))];
      const ends = await Promise.all(topics.map(async (topic) => ({ topic, partitions: await bounds(topic) })));
      // The library cannot read without a group; no offset of it is ever committed.
      const { group, mostMs } = reading;
      const groupId = group ?? `lianban-ops-${randomUUID()}`;
      const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 100, allowAutoTopicCreation: false });
      try {
        await consumer.connect();
        await consumer.subscribe({ topics, fromBeginning: true });
        await new Promise<void>((resolve, reject) => {
          const late = () => reject(new Error(`${topics.join(', ')} could not be read within ${mostMs} ms`));
          if (mostMs !== undefined) setTimeout(late, mostMs).unref();
          consumer.on('consumer.crash', ({ payload }) => {
            if (!payload.restart) reject(payload.error);
          });
          consumer
            .run({
              autoCommit: false,
              eachBatch: async ({ batch }) => {
                const stretch = left.get(placeOf(batch));
                if (!stretch) return;
                const records = incoming(batch);
                for (const record of records) {
                  const at = BigInt(record.offset);
                  if (at >= stretch.from && at < stretch.end) see(record);
                }
                const next = BigInt(records.at(-1)?.offset ?? -1) + 1n;
                if (next > stretch.from) left.set(placeOf(batch), { ...stretch, from: next });
                if (next >= stretch.end) left.delete(placeOf(batch));
                if (left.size === 0) resolve();
              },
            })
            .then(() => {
              for (const { topic, partitions } of ends)
                for (const { partition, high } of partitions) {
                  const offset = left.get(placeOf({ topic, partition }))?.from ?? high;
                  consumer.seek({ topic, partition, offset: String(offset) });
                }
            })
            .catch(reject);
        });
      } finally {
        await consumer.disconnect().catch(() => undefined);
        if (group === undefined) await askOnce(kafka, (admin) => admin.deleteGroups([groupId])).catch(() => undefined);
      }
    },
  };
}

const placeOf = ({ topic, partition }: { readonly topic: string; readonly partition: number }) =>
  `${topic}/${partition}`;
