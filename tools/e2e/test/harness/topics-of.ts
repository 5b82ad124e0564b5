import { Kafka, logLevel } from 'kafkajs';
import type { TestCity } from '../../src/city';
import { readTopics } from '../../src/topics';
import { waitFor } from '../../src/wait-for';

/** Every topic of the city, what readers put aside (`.dlt`) included. */
export async function topicsOf({ brokers, prefix }: TestCity): Promise<string[]> {
  const admin = new Kafka({ brokers: [...brokers], clientId: 'lister', logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    return (await admin.listTopics()).filter((name) => name.startsWith(prefix));
  } finally {
    await admin.disconnect();
  }
}

export const putAsideKey = 'put-aside';

/** A record that no reader of the department's topic can read, once one of them has put it aside. */
export async function putSomethingAside(city: TestCity, department: string): Promise<void> {
  const producer = new Kafka({
    brokers: [...city.brokers],
    clientId: 'stranger',
    logLevel: logLevel.NOTHING,
  }).producer();
  await producer.connect();
  await producer.send({
    topic: `${city.prefix}${department}.v1`,
    messages: [{ key: putAsideKey, value: 'no message' }],
  });
  await producer.disconnect();
  const topics = (await topicsOf(city)).filter((name) => name.endsWith('.dlt'));
  await waitFor('it is put aside', async () => {
    const records = await readTopics(city.brokers, topics);
    return records.some(({ key }) => key === putAsideKey) ? true : undefined;
  });
}
