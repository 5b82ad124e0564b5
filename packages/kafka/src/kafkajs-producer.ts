import type { PartitionerArgs } from 'kafkajs';
import { askOnce, kafkaClient, type KafkaConnection } from './connection';
import type { KafkaLog } from './kafka-logger';
import { protocolErrorType } from './errors';

export interface TopicMessages {
  topic: string;
  messages: {
    key: string;
    value: Buffer;
    headers: Readonly<Record<string, string>>;
    contents?: Buffer | undefined;
    partition: number;
  }[];
}

/** The broker's answer for one partition of a batch. */
export interface Acknowledgement {
  topicName: string;
  partition: number;
  errorCode: number;
  /** Offset of the batch's first record there; decimal. */
  baseOffset?: string;
}

/** Asks the broker how many partitions a topic has; undefined when the broker knows no such topic. */
export type LookUpPartitionCount = (topic: string) => Promise<number | undefined>;

/** A connected kafkajs producer. It may lose records, so its answers are verified. */
export interface KafkajsProducer {
  sendBatch(topicMessages: TopicMessages[]): Promise<readonly Acknowledgement[]>;
  disconnect(): Promise<void>;
}

/** The part of kafkajs that the guarded producer uses; tests bring one with faults. */
export interface ProducerLibrary {
  /** A new connected producer with a producer id of its own. */
  open(): Promise<KafkajsProducer>;
  partitionCount: LookUpPartitionCount;
}

const chosenPartition = ({ message: { partition } }: PartitionerArgs): number => partition!;

export function kafkajsProducers(connection: KafkaConnection, log: KafkaLog): ProducerLibrary {
  const kafka = kafkaClient(connection, log);
  return {
    async open() {
      const producer = kafka.producer({
        // Avoids repeats when only an answer got lost. No guarantee depends on it: see reliable-sender.ts.
        idempotent: true,
        maxInFlightRequests: 1,
        allowAutoTopicCreation: false,
        // partitions.ts has chosen the partition of every record.
        createPartitioner: () => chosenPartition,
        retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000 },
      });
      try {
        await producer.connect();
      } catch (error) {
        await producer.disconnect().catch(() => undefined);
        throw error;
      }
      return {
        sendBatch: (topicMessages) => producer.sendBatch({ acks: -1, timeout: 8_000, topicMessages }),
        disconnect: () => producer.disconnect(),
      };
    },
    async partitionCount(topic) {
      try {
        const { topics } = await askOnce(kafka, (admin) => admin.fetchTopicMetadata({ topics: [topic] }));
        return topics.find(({ name }) => name === topic)?.partitions.length;
      } catch (error) {
        if (protocolErrorType(error) === 'UNKNOWN_TOPIC_OR_PARTITION') return undefined;
        throw error;
      }
    },
  };
}
