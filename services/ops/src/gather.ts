import { type CitySurvey, type Kept, partitionOf } from '@lianban/platform';
import type { Facts, Said } from './compare';

export interface Gathered {
  readonly facts: Facts;
  readonly documents: readonly (Kept & { readonly service: string })[];
  readonly records: number;
}

/** Reads documents, outbox, topics and offsets: of everything, or of one application. Moves and changes nothing. */
export async function gather(
  { services, kafka }: CitySurvey,
  application?: string,
  tell: (records: number) => void = () => undefined,
): Promise<Gathered> {
  const sent = new Map<string, number>();
  const seen = new Map<string, number>();
  const pending = new Map<string, number>();
  const parked = new Set<string>();
  const documents = [];
  const raise = (map: Map<string, number>, name: string, to: number) => map.set(name, Math.max(map.get(name) ?? 0, to));

  // Offsets and topics after documents: a document that is older than a record shows as under way, never as lost.
  for (const { name, store } of services) {
    for (const { records } of await store.outbox())
      for (const { headers } of records)
        raise(pending, `${name} ${headers['ce_subject']}`, Number(headers['ce_sequence']));
    for (const { topic, key } of await store.parked()) parked.add(`${name} ${topic}/${key}`);
    for await (const kept of store.documents(application)) {
      documents.push({ service: name, ...kept });
      for (const [subject, sequence] of Object.entries(kept.sent)) raise(sent, `${name} ${subject}`, sequence);
      for (const [source, sequence] of Object.entries(kept.seen)) raise(seen, `${name} ${source}`, sequence);
    }
  }

  const committed = new Map<string, ReadonlyMap<number, bigint>>();
  for (const { name, group, hears } of services)
    for (const { from, topic } of hears) committed.set(`${name} ${from}`, await kafka.committed(group, topic));

  const said = new Map<string, Said>();
  let records = 0;
  const stretches = [];
  const cut = new Set<string>();
  for (const { name, topic } of services) {
    const bounds = await kafka.bounds(topic);
    const only = application === undefined ? undefined : partitionOf(application, bounds.length);
    for (const { partition, low, high } of bounds) {
      if (only !== undefined && only !== partition) continue;
      stretches.push({ topic, partition, from: low, end: high });
      if (low > 0n) cut.add(name);
    }
  }
  const speaker = new Map(services.map(({ name, topic }) => [topic, name]));
  await kafka.read(stretches, ({ topic, partition, offset, key = '', headers, timestamp }) => {
    tell((records += 1));
    const service = speaker.get(topic) ?? '';
    const subject = headers['ce_subject'];
    const sequence = Number(headers['ce_sequence']);
    // What no service of the city wrote is for the dead letters.
    if (headers['ce_source'] !== `lianban/${service}` || !subject || !Number.isSafeInteger(sequence)) return;
    if (application !== undefined && key !== application) return;
    const place = `${service} ${subject}`;
    const before = said.get(place);
    const department = headers['ce_department'];
    const addressees = new Set([...(before?.addressees ?? []), ...(department ? [department] : [])]);
    if (before && sequence <= before.last) return;
    const missing = before ? between(before.last, sequence) : [];
    said.set(place, {
      ...{ service, subject, topic, key, partition, addressees, offset: BigInt(offset), last: sequence, at: timestamp },
      first: before?.first ?? sequence,
      missing: [...(before?.missing ?? []), ...missing],
    });
  });

  const listeners = (service: string) =>
    services
      .filter(({ hears }) => hears.some(({ from }) => from === service))
      .map(({ name }) => ({
        name,
        committed: (partition: number) => committed.get(`${name} ${service}`)?.get(partition) ?? 0n,
      }));
  const ids = new Set(documents.map(({ service, _id }) => `${service} ${_id}`));
  return { facts: { said, cut, sent, pending, seen, documents: ids, parked, listeners }, documents, records };
}

const between = (last: number, next: number) =>
  Array.from({ length: Math.min(next - last - 1, 20) }, (_, n) => last + 1 + n);
