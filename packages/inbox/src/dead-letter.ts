import type { IncomingRecord, OutgoingRecord } from '@lianban/record';

/** Why a record was put aside. */
export interface DeadLetterReason {
  readonly label: string;
  readonly reason?: string;
}

// A copy has more headers than its original. One the broker refuses could never be sent, and the partition would stop: a
// value that is too large is left out of the copy, which says where the original is.
const largestCopy = 900_000;

const bytesOf = ({ value, headers }: IncomingRecord): number =>
  (value?.length ?? 0) +
  Object.entries(headers).reduce((sum, [name, text]) => sum + Buffer.byteLength(name) + Buffer.byteLength(text), 0);

/**
 * The operators' copy: original bytes, key and headers, and where it comes from. Never personal data in a header. Which partition it comes from
 * says a header: its own topic has few, and who reads it reads them all.
 */
export function deadLetter(record: IncomingRecord, group: string, why: DeadLetterReason): OutgoingRecord {
  const { topic, partition, offset, key = '', value } = record;
  const bytes = bytesOf(record);
  const fits = bytes <= largestCopy;
  return {
    topic: `${topic}.${group}.dlt`,
    key: key.slice(0, 1_000),
    value: fits && value ? value : Buffer.alloc(0),
    headers: {
      ...(fits ? record.headers : { 'kafka_dlt-left-out': `${bytes} bytes` }),
      'kafka_dlt-original-topic': topic,
      'kafka_dlt-original-partition': String(partition),
      'kafka_dlt-original-offset': offset,
      'kafka_dlt-original-consumer-group': group,
      'kafka_dlt-exception-message': `${why.label}: ${why.reason ?? ''}`,
    },
  };
}
