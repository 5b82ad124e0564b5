import { type Refusal, refuse } from '@lianban/model';
import type { IncomingRecord, OutgoingRecord } from '@lianban/record';

/** Where a dead letter was put aside, and why. */
export const originOf = ({ headers }: IncomingRecord) => ({
  topic: headers['kafka_dlt-original-topic'] ?? '',
  partition: Number(headers['kafka_dlt-original-partition']),
  offset: headers['kafka_dlt-original-offset'] ?? '',
  reason: headers['kafka_dlt-exception-message'] ?? '',
});

/** A dead letter by its headers alone. */
export function describedLetter(letter: IncomingRecord) {
  const { key = '', headers } = letter;
  const { topic, reason } = originOf(letter);
  return {
    key,
    from: `${topic}/${headers['kafka_dlt-original-partition']}/${headers['kafka_dlt-original-offset']}`,
    subject: headers['ce_subject'] ?? '',
    type: headers['ce_type'] ?? '',
    sequence: headers['ce_sequence'] ?? '',
    reason,
  };
}

/**
 * The records of a key whose copies these letters are, each once, as they were on their topic.
 * Refused when there is none, and when a copy has no content to send.
 */
export function recordsBehind(letters: readonly IncomingRecord[], key: string): readonly IncomingRecord[] | Refusal {
  const once = new Map<string, IncomingRecord>();
  for (const record of letters) {
    const { topic, partition, offset } = originOf(record);
    if (record.key !== key || !topic || !offset) continue;
    const place = `${topic}/${partition}/${offset}`;
    if (record.headers['kafka_dlt-left-out'])
      return refuse('letter-left-out', `the copy of ${place} is empty: its record was too large; read it there`);
    once.set(place, { ...record, topic, partition, offset });
  }
  return once.size > 0 ? [...once.values()] : refuse('no-dead-letter', `There is no dead letter of ${key}.`);
}

/** A copy to append to the record's topic: who has applied the record knows it by its sequence. */
export const copyOf = ({ topic, partition, key = '', value, headers }: IncomingRecord): OutgoingRecord => ({
  ...{ topic, partition, key },
  value: value ?? Buffer.alloc(0),
  headers: Object.fromEntries(Object.entries(headers).filter(([each]) => !each.startsWith('kafka_dlt-'))),
});
