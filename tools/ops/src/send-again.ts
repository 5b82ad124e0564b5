import { type OperatorDecision, copyOf } from '@lianban/operations';
import type { CityInspector } from './inspect/city';
import type { IncomingRecord } from '@lianban/record';
import { type CommandResult, table } from './output';
import { serviceOf } from './parked';
import { progress } from './progress';

const atOnce = 100;

/**
 * Appends copies of records to their topics, in order. Consumers recognise by the sequence what they have applied, so sending
 * again, also after an interruption, has one effect. Without a decision it is a dry run.
 */
export async function sendAgain(
  city: CityInspector,
  service: string,
  records: readonly IncomingRecord[],
  why?: OperatorDecision,
): Promise<CommandResult> {
  const rows = records.map(({ topic, partition, offset, headers }) => ({
    record: `${topic}/${partition}/${offset}`,
    type: headers['ce_type'] ?? '',
    subject: headers['ce_subject'] ?? '',
    sequence: headers['ce_sequence'] ?? '',
  }));
  if (!why || records.length === 0) {
    const last =
      records.length === 0 ? 'nothing to send again' : 'nothing was sent: add --apply --reason to send these';
    return { data: { sent: false, records: rows }, lines: [...table(rows), last] };
  }
  const { store } = serviceOf(city, service);
  for (const { topic, key } of new Map(records.map((each) => [`${each.topic}/${each.key}`, each])).values())
    await store.record({ action: 'send-again', topic, key: key ?? '', at: new Date(), ...why });
  const told = progress('records sent', records.length);
  for (let from = 0; from < records.length; from += atOnce) {
    const some = records.slice(from, from + atOnce);
    await city.send(some.map(copyOf));
    told.at(from + some.length);
  }
  told.end();
  return { data: { sent: true, records: rows }, lines: [...table(rows), `${records.length} records sent again`] };
}
