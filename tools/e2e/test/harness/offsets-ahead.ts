import { Kafka, logLevel } from 'kafkajs';
import type { TestCity } from '../../src/city';
import { type ReadRecord, eachRecord } from '../../src/topics';

/** The document a record changes, and the source by which its inbox knows the record. */
interface Effect {
  readonly service: string;
  readonly kind: 'applications' | 'cases';
  readonly id: string;
  readonly source: string;
}

type RecordPosition = Pick<ReadRecord, 'key' | 'subject' | 'sequence' | 'headers'>;

/** A request changes a case of the department it names; a department's records change the application. */
export function effectOf(from: string, { key, subject, headers }: RecordPosition): Effect | undefined {
  const source = `${from}:${subject}`;
  if (from !== 'applications') return { service: 'applications', kind: 'applications', id: key, source };
  const to = headers['ce_department'];
  return to ? { service: to, kind: 'cases', id: subject, source } : undefined;
}

/** Sequences before a group's offset that the document's inbox does not contain. `passed`: the highest, by document and source. */
export function notApplied(
  passed: ReadonlyMap<string, number>,
  seenOf: (id: string) => Readonly<Record<string, number>> | undefined,
): string[] {
  return [...passed].flatMap(([effectKey, sequence]) => {
    const [id = '', source = ''] = effectKey.split(' ');
    const seen = seenOf(id)?.[source] ?? 0;
    return seen < sequence ? [`${id} has applied ${seen} of ${source}, its group has committed ${sequence}`] : [];
  });
}

/**
 * Violations of I9 by these services: records before the committed offset whose effect is not stored. Works at any
 * time, also while a service is down.
 */
export async function offsetsAhead(city: TestCity, services: readonly string[]): Promise<string[]> {
  const kafka = new Kafka({ brokers: [...city.brokers], clientId: 'i9', logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const committed = new Map<string, number>();
  for (const service of services)
    for (const { topic, partitions } of await admin.fetchOffsets({ groupId: city.prefix + service }))
      for (const { partition, offset } of partitions) committed.set(`${service} ${topic} ${partition}`, Number(offset));
  await admin.disconnect();

  const passed = new Map(services.map((service) => [service, new Map<string, number>()]));
  const topics = city.topics.filter((topic) => !topic.endsWith('residents.v1'));
  await eachRecord(city.brokers, topics, (record) => {
    const { topic, partition, offset, sequence } = record;
    const effect = effectOf(topic.slice(city.prefix.length).split('.', 1)[0]!, record);
    const of = effect && passed.get(effect.service);
    if (!of || offset >= (committed.get(`${effect.service} ${topic} ${partition}`) ?? 0)) return;
    const effectKey = `${effect.id} ${effect.source}`;
    of.set(effectKey, Math.max(sequence, of.get(effectKey) ?? 0));
  });

  const wrong: string[] = [];
  for (const [service, passedOf] of passed) {
    const kind = service === 'applications' ? 'applications' : 'cases';
    const documents = city.collection<{ _id: string; seen: Record<string, number> }>(service, kind);
    const seen = new Map<string, Record<string, number>>();
    for await (const each of documents.find({}, { projection: { seen: 1 } })) seen.set(each._id, each.seen);
    wrong.push(...notApplied(passedOf, (id) => seen.get(id)).map((what) => `I9 ${service}: ${what}`));
  }
  return wrong;
}
