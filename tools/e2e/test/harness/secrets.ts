import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { TestCity } from '../../src/city';
import { demoResident } from '../../src/demo/people';
import { type ReadRecord, eachRecord } from '../../src/topics';
import { topicsOf } from './topics-of';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// Of any demonstration resident: their area code was never assigned to anybody.
const madeUpIdNumbers = '999999\\d{11}[\\dX]';

/** Finds the ID number of any demonstration resident, and all personal data of the first `count`, in any text. */
export function secretsOf(count: number): (text: string) => string | undefined {
  const people = Array.from({ length: count }, (_, n) => demoResident(n + 1));
  const all = new Set(people.flatMap(({ name, phone, address }) => [name, phone, address]));
  const any = new RegExp([madeUpIdNumbers, ...[...all].map(escaped)].join('|'));
  return (text) => any.exec(text)?.[0];
}

/** An unkeyed hash of so few digits is as good as the digits. */
const hashed = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Of a collection, enough to find a field that tells something of people. */
const mostLookedAt = 2_000;

/** Personal data of residents that can be read in a database, as it is or behind a hash without a key. */
export async function secretsAtRest({ databases, prefix }: Pick<TestCity, 'databases' | 'prefix'>, residents: number) {
  const find = secretsOf(residents);
  const people = Array.from({ length: residents }, (_, n) => demoResident(n + 1));
  const hashes = people.flatMap(({ phone, idNumber }) => [hashed(phone), hashed(idNumber)]);
  const wrong = new Set<string>();
  for (const database of await databases())
    for (const collection of await database.collections()) {
      const place = `${database.databaseName.slice(prefix.length)}.${collection.collectionName}`;
      for await (const document of collection.find({}, { raw: true, limit: mostLookedAt })) {
        const text = (document as unknown as Buffer).toString();
        const found = find(text) ?? hashes.find((hash) => text.includes(hash));
        if (found !== undefined) wrong.add(`${place} tells ${found}`);
      }
    }
  return [...wrong];
}

/**
 * Violations of I11: names, ID numbers, phones and addresses of residents on topics, dead letters included, and in logs.
 * @param isForeign whether the test itself wrote the record
 */
export async function secretsExposed(
  city: Pick<TestCity, 'brokers' | 'prefix' | 'security' | 'services'>,
  residents: number,
  isForeign: (record: ReadRecord) => boolean = () => false,
): Promise<string[]> {
  const find = secretsOf(residents);
  const wrong: string[] = [];
  const look = (record: ReadRecord) => {
    if (isForeign(record)) return;
    const { topic, partition, offset, key, headers, value } = record;
    const found = find(`${key} ${JSON.stringify(headers)} ${value.toString()}`);
    if (found !== undefined) wrong.push(`I11 ${topic} ${partition}/${offset} tells ${found}`);
  };
  await eachRecord(city.brokers, await topicsOf(city), look, city.security);
  for (const process of city.services.processes) {
    const found = find(readFileSync(city.services.logOf(process), 'utf8'));
    if (found !== undefined) wrong.push(`I11 the log of ${process} tells ${found}`);
  }
  return wrong;
}
