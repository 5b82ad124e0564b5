import { Kafka, logLevel } from 'kafkajs';
import type { TestCity } from '../../src/city';
import { readTopics } from '../../src/topics';
import { waitFor } from '../../src/wait-for';

/** Every topic of the city, dead letters (`.dlt`) included. */
export async function topicsOf({
  brokers,
  prefix,
  security,
}: Pick<TestCity, 'brokers' | 'prefix' | 'security'>): Promise<string[]> {
  const client = { ...security, brokers: [...brokers], clientId: 'lister', logLevel: logLevel.NOTHING };
  const admin = new Kafka(client).admin();
  await admin.connect();
  try {
    return (await admin.listTopics()).filter((name) => name.startsWith(prefix));
  } finally {
    await admin.disconnect();
  }
}

export const unreadableKey = 'unreadable';

/** Publishes an unreadable record on the department's topic and waits until its consumer has made a dead letter of it. */
export async function publishUnreadable(city: TestCity, department: string): Promise<void> {
  const producer = new Kafka({
    brokers: [...city.brokers],
    clientId: 'stranger',
    logLevel: logLevel.NOTHING,
  }).producer();
  await producer.connect();
  await producer.send({
    topic: `${city.prefix}${department}.v1`,
    messages: [{ key: unreadableKey, value: 'no message' }],
  });
  await producer.disconnect();
  const topics = (await topicsOf(city)).filter((name) => name.endsWith('.dlt'));
  await waitFor('its dead letter is written', async () => {
    const records = await readTopics(city.brokers, topics);
    return records.some(({ key }) => key === unreadableKey) ? true : undefined;
  });
}
