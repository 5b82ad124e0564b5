import type { Batch, IHeaders, KafkaMessage } from 'kafkajs';
import { kafkaClient, type KafkaConnection } from './connection';
import type { KafkaLog } from './kafka-logger';
import type { CommitOffset } from './offset-committer';
import type { Assigned, IncomingRecord } from '@lianban/record';

/** Records fetched from one partition, and the calls kafkajs allows while they are handled. */
export interface FetchedBatch {
  topic: string;
  partition: number;
  records: readonly IncomingRecord[];
  /** Offset after the last record on the partition's log; decimal. */
  end: string;
  /** Rejects when the group has removed this member or rebalances. */
  heartbeat(): Promise<void>;
  /** The next fetch begins after `offset`. May throw when the partition is gone. */
  resolve(offset: string): void;
  commit(offsets: CommitOffset[]): Promise<void>;
  /** False once the consumer stops or its position was changed. */
  isCurrent(): boolean;
}

export interface ConsumerHooks {
  /** After a rejection kafkajs fetches again, or joins the group again if it rebalances. */
  onBatch(batch: FetchedBatch): Promise<void>;
  onJoined(assigned: Assigned): void;
  onRebalancing(): void;
  /** The consumer has ended. */
  onCrashed(error: Error): void;
  /** The broker answered, or a request timed out: the consumer itself is not stuck. */
  onActivity(): void;
}

/** A kafkajs consumer. Many errors end it, and it must be replaced then. */
export interface KafkajsConsumer {
  /** Connects and begins to consume. Rejects when it cannot; it may also crash later. */
  start(): Promise<void>;
  commit(offsets: CommitOffset[]): Promise<void>;
  /** Leaves the group and disconnects. */
  close(): Promise<void>;
}

/** Creates a consumer of these topics that is not connected yet. */
export type ConsumerLibrary = (hooks: ConsumerHooks, topics: readonly string[]) => KafkajsConsumer;

export const heartbeatMs = 1_000;

/** The broker gives the partitions of a dead member to another one after so long. */
export const consumerSessionMs = 10_000;

/** A rebalance waits so long for members that do not join again: they hang, or the answer to their request was lost. */
const rebalanceTimeoutMs = 10_000;

/** How long the broker may hold a fetch when there are no records. */
const fetchWaitMs = 500;

const partitionBytes = 512 * 1_024;

/**
 * Partitions handled concurrently. kafkajs fetches again only when all partitions of a fetch are handled, so this should be
 * at least the number of partitions read: with fewer, a partition waits for a whole batch of another.
 */
const concurrency = 64;

export function kafkajsConsumers(connection: KafkaConnection, log: KafkaLog, groupId: string): ConsumerLibrary {
  return (hooks, topics) => {
    // Its own client each time: consumers of one client share a cache of committed offsets.
    const consumer = kafkaClient(connection, log).consumer({
      groupId,
      sessionTimeout: consumerSessionMs,
      rebalanceTimeout: rebalanceTimeoutMs,
      heartbeatInterval: heartbeatMs,
      maxWaitTimeInMs: fetchWaitMs,
      minBytes: 1,
      maxBytesPerPartition: partitionBytes,
      maxBytes: 4 * partitionBytes,
      allowAutoTopicCreation: false,
      // It ends with the first crash; the guarded consumer decides whether to start another.
      retry: { retries: 5, initialRetryTime: 100, maxRetryTime: 1_000, restartOnFailure: async () => false },
    });
    consumer.on('consumer.group_join', ({ payload }) =>
      hooks.onJoined(new Map(Object.entries(payload.memberAssignment))),
    );
    consumer.on('consumer.rebalancing', () => hooks.onRebalancing());
    consumer.on('consumer.crash', ({ payload }) => hooks.onCrashed(payload.error));
    consumer.on('consumer.fetch', () => hooks.onActivity());
    consumer.on('consumer.heartbeat', () => hooks.onActivity());
    consumer.on('consumer.network.request_timeout', () => hooks.onActivity());
    return {
      async start() {
        await consumer.connect();
        await consumer.subscribe({ topics: [...topics], fromBeginning: true });
        await consumer.run({
          autoCommit: false,
          eachBatchAutoResolve: false,
          partitionsConsumedConcurrently: concurrency,
          eachBatch: ({ batch, heartbeat, resolveOffset, commitOffsetsIfNecessary, isRunning, isStale }) =>
            hooks.onBatch({
              topic: batch.topic,
              partition: batch.partition,
              records: incoming(batch),
              end: batch.highWatermark,
              heartbeat,
              resolve: resolveOffset,
              commit: (offsets) => commitOffsetsIfNecessary({ topics: byTopic(offsets) }),
              isCurrent: () => isRunning() && !isStale(),
            }),
        });
      },
      commit: (offsets) => consumer.commitOffsets(offsets),
      close: () => consumer.disconnect(),
    };
  };
}

export function incoming({ topic, partition, messages }: Batch): IncomingRecord[] {
  return messages.map(({ offset, key, value, headers, timestamp }: KafkaMessage) => ({
    topic,
    partition,
    offset,
    key: key?.toString(),
    value: value ?? undefined,
    headers: texts(headers),
    timestamp: Number(timestamp),
  }));
}

/** Header values as text; the first of each name. `decodeRecord` returns them like that already. */
function texts(headers: IHeaders = {}): Record<string, string> {
  const read: Record<string, string> = {};
  for (const name in headers) {
    const given = headers[name];
    const value = Array.isArray(given) ? given[0] : given;
    if (value != null) read[name] = value.toString();
  }
  return read;
}

function byTopic(offsets: readonly CommitOffset[]) {
  const topics = Map.groupBy(offsets, ({ topic }) => topic);
  return [...topics].map(([topic, partitions]) => ({ topic, partitions }));
}
