import { indexed, readEnvelope, unreadable } from '@lianban/inbox';
import type { IncomingRecord } from '@lianban/record';
import { placeOf } from './place';
import type { Projection } from './projection';

/** A record for one document of a projection. */
export interface ViewEvent<V> {
  readonly is: 'event';
  readonly topic: string;
  readonly id: string;
  /** What its sequence counts. */
  readonly place: string;
  readonly sequence: number;
  /** @throws when the record cannot be applied, now or ever */
  apply(view: V): V;
}

/** A record that concerns no document; or that is unreadable or not believed, and not counted in its sequence. */
export type Passed =
  { readonly is: 'nothing' } | { readonly is: 'dead'; readonly reason: string; readonly disbelievedOf?: string };

const nothing: Passed = { is: 'nothing' };

/** Reads records for a projection. Only messages of a type it has a change for are decoded. */
export function eventReader<V>(
  { topics, changes, documentOf }: Projection<V>,
  topicPrefix: string,
): (record: IncomingRecord) => ViewEvent<V> | Passed {
  const byTopic = new Map(topics.map((each) => [topicPrefix + each.topic, indexed({ ...each, handlers: [] })]));
  const byType = new Map(changes.map((each) => [each.type.$type, each]));
  return (record) => {
    const subscription = byTopic.get(record.topic);
    if (!subscription) return nothing;
    const read = readEnvelope(record, subscription);
    if ('is' in read)
      return { is: 'dead', reason: read.reason, ...(read.disbelieved && { disbelievedOf: subscription.owner }) };
    const { envelope, value } = read;
    const id = documentOf(envelope);
    if (id === undefined) return nothing;
    const event = {
      is: 'event',
      topic: record.topic,
      id,
      place: placeOf(id, envelope),
      sequence: envelope.sequence,
    } as const;
    const change = byType.get(record.headers['ce_type']!);
    if (!change) return { ...event, apply: (view) => view };
    let message: unknown;
    try {
      message = change.type.decode(value);
    } catch (error) {
      return { is: 'dead', reason: unreadable(change.type.$type, error) };
    }
    const contradiction = subscription.contradiction?.(message, envelope);
    if (contradiction)
      return { is: 'dead', reason: `not believed: ${contradiction}`, disbelievedOf: subscription.owner };
    return { ...event, apply: (view) => change.apply(view, message, envelope) };
  };
}
