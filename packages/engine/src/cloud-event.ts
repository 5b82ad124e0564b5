import { encodeContents } from '@lianban/record';
import type { Published } from '@lianban/model';
import type { OutboxRecord } from './document';

export interface Envelope {
  readonly service: string;
  readonly topic: string;
  readonly key: string;
  readonly subject: string;
  readonly sequence: number;
  readonly at: Date;
  readonly traceparent: string | undefined;
  readonly causation: string | undefined;
}

/** ce_source of a service. */
export const sourceOf = (service: string): string => `lianban/${service}`;

/**
 * A published message as a Kafka record: CloudEvents 1.0 binary headers around one protobuf value. Its id is made of
 * service, subject and sequence, so the same event has the same id however often it is sent.
 */
export function toRecord(published: Published, envelope: Envelope): OutboxRecord {
  const { type, value, department } = published;
  const { service, topic, key, subject, sequence, at, traceparent, causation } = envelope;
  const headers: Record<string, string> = {
    ce_specversion: '1.0',
    ce_id: `${service}/${subject}/${sequence}`,
    ce_type: type.$type,
    ce_source: sourceOf(service),
    ce_subject: subject,
    ce_time: at.toISOString(),
    ce_sequence: String(sequence),
    ce_correlationid: key,
    'content-type': 'application/protobuf',
  };
  if (causation) headers['ce_causationid'] = causation;
  if (department) headers['ce_department'] = department;
  if (traceparent) headers['traceparent'] = headers['ce_traceparent'] = traceparent;
  const bytes = Buffer.from(type.encode(type.fromPartial(value as never)).finish());
  if (bytes.length > largestValue) throw new RecordTooLarge(type.$type, bytes.length);
  return { topic, key, value: bytes, headers, contents: encodeContents({ key, value: bytes, headers }) };
}

/** What is to be told is more than one record can carry. */
export class RecordTooLarge extends Error {
  constructor(type: string, bytes: number) {
    super(`a ${type} of ${bytes} bytes is too large for a record`);
  }
}

// Under Kafka's default of 1 MiB for a whole batch, with room for headers.
const largestValue = 900_000;
