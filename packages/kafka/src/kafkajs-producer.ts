import type { PartitionerArgs } from 'kafkajs';
import { askOnce, kafkaClient, type KafkaConnection } from './connection';
import type { KafkaLog } from './kafka-logger';
import type { LookUpPartitionCount } from './partition-counts';
import { protocolErrorType } from './send-errors';
import type { Acknowledgement } from './verify-ack';

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

/** A connected producer of the client library, which may lose records and must be watched. */
export interface KafkajsProducer {
  sendBatch(topicMessages: TopicMessages[]): Promise<readonly Acknowledgement[]>;
  disconnect(): Promise<void>;
}

/** What the guarded producer needs of a client library; tests bring one with faults. */
export interface ProducerLibrary {
  /** A new connected producer with a producer id of its own. */
  open(): Promise<KafkajsProducer>;
  partitionCount: LookUpPartitionCount;
}

const asAddressed = ({ message: { partition } }: PartitionerArgs): number => partition!;

/** kafkajs as producer library. */
export function kafkajsProducers(connection: KafkaConnection, log: KafkaLog): ProducerLibrary {
  const kafka = kafkaClient(connection, log);
  return {
    async open() {
      const producer = kafka.producer({
        // Spares repeats when only an answer got lost. Nothing is built on it: see verify-ack.ts.
        idempotent: true,
        maxInFlightRequests: 1,
        allowAutoTopicCreation: false,
        // Every record comes with its partition: address.ts has chosen it.
        createPartitioner: () => asAddressed,
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
