import { type MessageType, casework } from '@lianban/protos';
import type { Message } from 'kafkajs';
import type { Said } from './played-case';

/** A message as a record, with the headers that docs/integrators.md describes. */
export function saidRecord(service: string, subject: string, { type, value, at, sequence }: Said): Message {
  const [key = ''] = subject.split('/', 1);
  const codec: MessageType = casework.v1[type];
  return {
    key,
    value: Buffer.from(codec.encode(codec.fromPartial(value as never)).finish()),
    headers: {
      ce_specversion: '1.0',
      ce_id: `${service}/${subject}/${sequence}`,
      ce_type: codec.$type,
      ce_source: `lianban/${service}`,
      ce_subject: subject,
      ce_time: at.toISOString(),
      ce_sequence: String(sequence),
      ce_correlationid: key,
      'content-type': 'application/protobuf',
    },
  };
}
