import type { Batch, IHeaders, KafkaMessage } from 'kafkajs';
import { kafkaClient, type KafkaConnection } from './connection';
import type { KafkaLog } from './kafka-logger';
import type { CommitOffset } from './offset-committer';
import type { Assigned, IncomingRecord } from '@lianban/record';

/** Records fetched from one partition, and what may be said about them. */
export interface FetchedBatch {
  topic: string;
  partition: number;
  records: readonly IncomingRecord[];
  /** Offset after the last record on the partition's log; decimal. */
  end: string;
  /** Tells the group this member lives. Rejects when the group goes on without it or rebalances. */
  heartbeat(): Promise<void>;
  /** The next fetch begins after `offset`. May throw when the partition is gone. */
  resolve(offset: string): void;
  commit(offsets: CommitOffset[]): Promise<void>;
  /** False once the consumer stops or was sent elsewhere. */
  isCurrent(): boolean;
}

export interface ConsumerHooks {
  /** Rejecting it means: fetch again, and join the group again if it rebalances. */
  onBatch(batch: FetchedBatch): Promise<void>;
  onJoined(assigned: Assigned): void;
  onRebalancing(): void;
  /** It has ended and does nothing more. */
  onCrashed(error: Error): void;
  /** It heard from the broker, or noticed that it does not. */
  onSign(): void;
}

/** A consumer of the client library: dies of many things and must be replaced then. */
export interface KafkajsConsumer {
  /** Connects and begins to consume. Rejects when it cannot; may also crash later. */
  start(): Promise<void>;
  commit(offsets: CommitOffset[]): Promise<void>;
  /** Leaves the group and disconnects. */
  close(): Promise<void>;
}

/** Makes a consumer of these topics that is not connected yet. */
export type ConsumerLibrary = (hooks: ConsumerHooks, topics: readonly string[]) => KafkajsConsumer;

export interface KafkajsConsumerSettings {
  groupId: string;
  sessionTimeoutMs: number;
  rebalanceTimeoutMs: number;
  heartbeatMs: number;
  maxWaitMs: number;
  maxBytesPerPartition: number;
  concurrency: number;
}

/** kafkajs as consumer library. */
export function kafkajsConsumers(
  connection: KafkaConnection,
  log: KafkaLog,
  settings: KafkajsConsumerSettings,
): ConsumerLibrary {
  return (hooks, topics) => {
    // A client of its own each time: consumers of one client share a memory of committed offsets.
    const consumer = kafkaClient(connection, log).consumer({
      groupId: settings.groupId,
      sessionTimeout: settings.sessionTimeoutMs,
      rebalanceTimeout: settings.rebalanceTimeoutMs,
      heartbeatInterval: settings.heartbeatMs,
      maxWaitTimeInMs: settings.maxWaitMs,
      minBytes: 1,
      maxBytesPerPartition: settings.maxBytesPerPartition,
      maxBytes: 4 * settings.maxBytesPerPartition,
      allowAutoTopicCreation: false,
      // It ends with the first crash; the guarded consumer decides what comes after.
      retry: { retries: 5, initialRetryTime: 100, maxRetryTime: 1_000, restartOnFailure: async () => false },
    });
    consumer.on('consumer.group_join', ({ payload }) =>
      hooks.onJoined(new Map(Object.entries(payload.memberAssignment))),
    );
    consumer.on('consumer.rebalancing', () => hooks.onRebalancing());
    consumer.on('consumer.crash', ({ payload }) => hooks.onCrashed(payload.error));
    consumer.on('consumer.fetch', () => hooks.onSign());
    consumer.on('consumer.heartbeat', () => hooks.onSign());
    consumer.on('consumer.network.request_timeout', () => hooks.onSign());
    return {
      async start() {
        await consumer.connect();
        await consumer.subscribe({ topics: [...topics], fromBeginning: true });
        await consumer.run({
          autoCommit: false,
          eachBatchAutoResolve: false,
          partitionsConsumedConcurrently: settings.concurrency,
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

/** Header values as text; of a name given several times, the first. Our own decoding (lean-records) gives just that. */
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
