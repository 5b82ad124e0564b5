import { randomUUID } from 'node:crypto';
import { applications } from '@lianban/protos';
import { Kafka, logLevel } from 'kafkajs';
import type { TestCity } from '../../src/city';

const { ApplicationEnded } = applications.v1;

/** Consumes the topic as an outside consumer and records when each application's end was read, in milliseconds since 1970. */
export async function recordEnds(
  city: TestCity,
): Promise<{ readonly at: ReadonlyMap<string, number>; stop(): Promise<void> }> {
  const at = new Map<string, number>();
  const kafka = new Kafka({ brokers: [...city.brokers], clientId: 'listener', logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `listener-${randomUUID()}`, maxWaitTimeInMs: 100 });
  const joined = new Promise((resolve) => consumer.on('consumer.group_join', resolve));
  await consumer.connect();
  await consumer.subscribe({ topic: `${city.prefix}applications.v1`, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch }) => {
      for (const { key, headers } of batch.messages) {
        const number = String(key);
        if (String(headers?.['ce_type']) === ApplicationEnded.$type && !at.has(number)) at.set(number, Date.now());
      }
    },
  });
  await joined;
  return { at, stop: () => consumer.disconnect() };
}
