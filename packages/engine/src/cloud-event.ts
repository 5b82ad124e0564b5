import { encodeContents } from '@lianban/record';
import type { PublishedEvent } from '@lianban/model';
import { type SealFor, encodeFor } from '@lianban/protos';
import type { OutboxRecord } from './outbox-format';

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

/** Names the addressee. The name is part of the published contract. */
export const ADDRESSEE_HEADER = 'ce_department';

/** ce_source of a service. */
export const sourceOf = (service: string): string => `lianban/${service}`;

/**
 * A published message as a Kafka record: CloudEvents 1.0 binary headers around one protobuf value. Its id is made of
 * service, subject and sequence, so the same event has the same id however often it is sent.
 * @param sealFor seals what only the addressee needs; without it, nothing is
 */
export function toRecord(published: PublishedEvent, envelope: Envelope, sealFor?: SealFor): OutboxRecord {
  const { type, value, addressee } = published;
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
  if (addressee) headers[ADDRESSEE_HEADER] = addressee;
  if (traceparent) headers['traceparent'] = headers['ce_traceparent'] = traceparent;
  const bytes = Buffer.from(encodeFor(type, value, envelope, addressee ? sealFor?.(addressee) : undefined));
  if (bytes.length > largestValue) throw new RecordTooLarge(type.$type, bytes.length);
  return { topic, key, value: bytes, headers, contents: encodeContents({ key, value: bytes, headers }) };
}

/** The event is larger than a record may be. */
export class RecordTooLarge extends Error {
  constructor(type: string, bytes: number) {
    super(`a ${type} of ${bytes} bytes is too large for a record`);
  }
}

// Under Kafka's default of 1 MiB for a whole batch, with room for headers.
const largestValue = 900_000;
