import { randomUUID } from 'node:crypto';
import type { BrokerSecurity } from '@lianban/infra';
import { messageTypeRegistry } from '@lianban/protos';
import { Kafka, type KafkaMessage, logLevel } from 'kafkajs';

/** A record of a topic, with its message decoded. */
export interface ReadRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly type: string;
  readonly subject: string;
  readonly sequence: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer;
}

export const decode = ({ type, value }: ReadRecord): unknown => messageTypeRegistry.get(type)?.decode(value);

/** Every record on these topics now, in the order of each partition. */
export async function readTopics(
  brokers: readonly string[],
  topics: readonly string[],
  security: BrokerSecurity = {},
): Promise<ReadRecord[]> {
  const records: ReadRecord[] = [];
  await eachRecord(brokers, topics, (record) => void records.push(record), security);
  return records;
}

/**
 * Calls `see` with every record that is on these topics now, in the order of each partition, and stores none. Commits no
 * offsets.
 */
export async function eachRecord(
  brokers: readonly string[],
  topics: readonly string[],
  see: (record: ReadRecord) => void,
  security: BrokerSecurity = {},
): Promise<void> {
  const kafka = new Kafka({ ...security, brokers: [...brokers], clientId: 'reader', logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const ends = new Map<string, number>();
  for (const topic of topics)
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic))
      if (Number(high) > Number(low)) ends.set(`${topic}/${partition}`, Number(high));
  const groupId = `reader-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 100 });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      if (ends.size === 0) return resolve();
      consumer
        .run({
          autoCommit: false,
          eachBatch: async ({ batch: { topic, partition, messages } }) => {
            const place = `${topic}/${partition}`;
            const end = ends.get(place) ?? 0;
            // A batch may be delivered twice. A partition is done at the end offset read at the start: later records are not "now".
            for (const message of messages) {
              if (Number(message.offset) >= end) break;
              try {
                see(asRecord(topic, partition, message));
              } catch (error) {
                reject(error instanceof Error ? error : new Error(String(error)));
              }
            }
            if (Number(messages.at(-1)?.offset) + 1 >= end) ends.delete(place);
            if (ends.size === 0) resolve();
          },
        })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
    await admin.deleteGroups([groupId]).catch(() => undefined);
    await admin.disconnect();
  }
}

function asRecord(topic: string, partition: number, { offset, key, value, headers = {} }: KafkaMessage): ReadRecord {
  const texts = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, String(text)]));
  return {
    topic,
    partition,
    offset: Number(offset),
    key: String(key ?? ''),
    value: value ?? Buffer.alloc(0),
    headers: texts,
    type: texts['ce_type'] ?? '',
    subject: texts['ce_subject'] ?? '',
    sequence: Number(texts['ce_sequence']),
  };
}
