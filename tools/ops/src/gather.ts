import type { CityInspector } from './inspect/city';
import type { DocumentSummary } from './inspect/stores';
import type { OffsetRange } from '@lianban/operations';
import { partitionOf } from '@lianban/kafka';
import type { CityFacts, EndedStep } from './compare';
import { progress } from './progress';
import { publishedSubjects } from './published';

export interface Gathered {
  readonly facts: CityFacts;
  readonly documents: readonly (DocumentSummary & { readonly service: string })[];
  readonly records: number;
}

/** The applications to read; all by default. */
export interface GatherScope {
  readonly applications?: ReadonlySet<string>;
  /** Records before this time count as beyond retention. */
  readonly since?: Date | undefined;
}

/** Reads documents, outboxes, topics and offsets. Changes nothing. */
export async function gather(city: CityInspector, scope: GatherScope, withProgress = false): Promise<Gathered> {
  // Topics and offsets after documents: a document older than a record then shows as under way, never as lost.
  const stored = await documentsOf(city, scope, withProgress);
  const listeners = await listenersOf(city);
  const { ranges, cut } = await rangesOf(city, scope);
  const { published, records } = await publishedOn(city, ranges, scope, withProgress);
  const { documents, ...bookkeeping } = stored;
  const ids = new Set(documents.map(({ service, _id }) => `${service} ${_id}`));
  return { facts: { published, cut, ...bookkeeping, documents: ids, listeners }, documents, records };
}

async function documentsOf({ services }: CityInspector, { applications }: GatherScope, withProgress: boolean) {
  const sent = new Map<string, number>();
  const seen = new Map<string, number>();
  const pending = new Map<string, number>();
  const parked = new Set<string>();
  const documents = [];
  const ended: EndedStep[] = [];
  const raise = (map: Map<string, number>, name: string, to: number) => map.set(name, Math.max(map.get(name) ?? 0, to));
  const isAll = applications === undefined;
  const counts = withProgress && isAll ? await Promise.all(services.map(({ store }) => store.count())) : [];
  const bar =
    withProgress && isAll
      ? progress(
          'documents read',
          counts.reduce((sum, count) => sum + count, 0),
        )
      : undefined;
  for (const { name, store } of services) {
    for (const { records } of await store.outbox())
      for (const { headers } of records)
        raise(pending, `${name} ${headers['ce_subject']}`, Number(headers['ce_sequence']));
    for (const { topic, key } of await store.parked()) parked.add(`${name} ${topic}/${key}`);
    for await (const kept of store.documents(applications && [...applications])) {
      documents.push({ service: name, ...kept });
      for (const { step, outcome } of kept.ended) ended.push({ service: name, application: kept._id, step, outcome });
      bar?.at(documents.length);
      for (const [subject, sequence] of Object.entries(kept.sent)) raise(sent, `${name} ${subject}`, sequence);
      for (const [source, sequence] of Object.entries(kept.seen)) raise(seen, `${name} ${source}`, sequence);
    }
  }
  bar?.end();
  return { sent, seen, pending, parked, ended, documents };
}

async function listenersOf({ services, kafka }: CityInspector): Promise<CityFacts['listeners']> {
  const committed = new Map<string, ReadonlyMap<number, bigint>>();
  for (const { name, group, hears } of services)
    for (const { topic } of hears) committed.set(`${name} ${topic}`, await kafka.committed(group, topic));
  return (service) =>
    services
      .filter(({ hears }) => hears.some(({ from }) => from === service))
      .map(({ name }) => ({
        name,
        committed: (topic: string, partition: number) => committed.get(`${name} ${topic}`)?.get(partition),
      }));
}

async function rangesOf({ services, kafka }: CityInspector, { applications, since }: GatherScope) {
  const ranges: OffsetRange[] = [];
  const cut = new Set<string>();
  for (const [name, topic] of services.flatMap(({ name, topics }) => topics.map((topic) => [name, topic] as const))) {
    const bounds = await kafka.bounds(topic);
    const starts = since && (await kafka.since(topic, since));
    const only = applications && new Set([...applications].map((key) => partitionOf(key, bounds.length)));
    for (const { partition, low, high } of bounds) {
      if (only && !only.has(partition)) continue;
      const from = starts?.get(partition) ?? low;
      ranges.push({ topic, partition, from, end: high });
      if (from > 0n) cut.add(name);
    }
  }
  return { ranges, cut };
}

async function publishedOn(
  city: CityInspector,
  ranges: readonly OffsetRange[],
  { applications }: GatherScope,
  withProgress: boolean,
) {
  const { published, add } = publishedSubjects();
  const publisherOf = new Map(city.services.flatMap(({ name, topics }) => topics.map((topic) => [topic, name])));
  const total = lengthOf(ranges);
  const bar = withProgress ? progress('records read', total) : undefined;
  let records = 0;
  await city.kafka.read(ranges, (record) => {
    const { topic, key = '', headers } = record;
    records += 1;
    bar?.at(records);
    const service = publisherOf.get(topic) ?? '';
    const subject = headers['ce_subject'];
    const sequence = Number(headers['ce_sequence']);
    // Records that no service of the city wrote go to the dead letters.
    if (headers['ce_source'] !== `lianban/${service}` || !subject || !Number.isSafeInteger(sequence)) return;
    if (applications && !applications.has(key)) return;
    add(service, subject, sequence, record);
  });
  bar?.end();
  return { published, records };
}

/** The number of offsets in all ranges. */
export const lengthOf = (ranges: readonly OffsetRange[]): number =>
  ranges.reduce((sum, { from, end }) => sum + Number(end > from ? end - from : 0n), 0);
