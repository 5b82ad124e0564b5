import { readFileSync } from 'node:fs';
import { Kafka, logLevel } from 'kafkajs';
import type { TestCity } from '../../src/city';
import { demoResident } from '../../src/demo/people';
import { eachRecord } from '../../src/topics';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds personal data of the first `count` demonstration residents in any text. */
export function secretsOf(count: number): (text: string) => string | undefined {
  const people = Array.from({ length: count }, (_, n) => demoResident(n + 1));
  const all = new Set(people.flatMap(({ name, idNumber, phone, address }) => [name, idNumber, phone, address]));
  const any = new RegExp([...all].map(escaped).join('|'));
  return (text) => any.exec(text)?.[0];
}

/** Violations of I11: names, ID numbers, phones and addresses of residents on topics, dead letters included, and in logs. */
export async function secretsExposed(city: TestCity, residents: number): Promise<string[]> {
  const find = secretsOf(residents);
  const wrong: string[] = [];
  const admin = new Kafka({ brokers: [...city.brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(city.prefix));
  await admin.disconnect();
  await eachRecord(city.brokers, topics, ({ topic, partition, offset, key, headers, value }) => {
    const found = find(`${key} ${JSON.stringify(headers)} ${value.toString()}`);
    if (found !== undefined) wrong.push(`I11 ${topic} ${partition}/${offset} tells ${found}`);
  });
  for (const process of city.services.processes) {
    const found = find(readFileSync(city.services.logOf(process), 'utf8'));
    if (found !== undefined) wrong.push(`I11 the log of ${process} tells ${found}`);
  }
  return wrong;
}
