import type { CityInspector } from './inspect/city';
import type { IncomingRecord } from '@lianban/record';
import { notApplied } from './compare';
import { gather, lengthOf } from './gather';
import type { CommandResult } from './output';
import type { OperatorDecision } from '@lianban/operations';
import { serviceOf } from './parked';
import { progress } from './progress';
import { sendAgain } from './send-again';

export interface Replayed {
  readonly key?: string | undefined;
  readonly from?: Date | undefined;
}

/** Sends again the records a service has read past without applying them, from each subject's sequence in its documents. */
export async function replay(
  city: CityInspector,
  group: string,
  what: Replayed,
  why?: OperatorDecision,
): Promise<CommandResult> {
  serviceOf(city, group);
  const { facts } = await gather(city, what.key === undefined ? {} : { applications: new Set([what.key]) }, true);
  const since = what.from?.getTime() ?? 0;
  const owed = notApplied(facts).filter(
    ({ listener, is, record }) => listener === group && is === 'lost' && record.at >= since,
  );
  const after = new Map(owed.map(({ record, applied }) => [`${record.topic} ${record.subject}`, applied ?? 0]));
  const places = new Map(
    owed.map(({ record: { topic, partition } }) => [`${topic}/${partition}`, { topic, partition }]),
  );
  const stretches = [];
  for (const { topic, partition } of places.values())
    for (const bounds of await city.kafka.bounds(topic))
      if (bounds.partition === partition) stretches.push({ topic, partition, from: bounds.low, end: bounds.high });
  const records: IncomingRecord[] = [];
  const told = progress('records looked through for what to send', lengthOf(stretches));
  let looked = 0;
  await city.kafka.read(stretches, (record) => {
    told.at((looked += 1));
    const subject = `${record.topic} ${record.headers['ce_subject']}`;
    const sequence = Number(record.headers['ce_sequence']);
    const known = after.get(subject);
    if (known === undefined || sequence <= known) return;
    after.set(subject, sequence);
    records.push(record);
  });
  told.end();
  return sendAgain(city, group, records, why);
}
