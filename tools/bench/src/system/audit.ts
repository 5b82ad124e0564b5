import { randomUUID } from 'node:crypto';
import type { KafkaMessage } from 'kafkajs';
import { kafkaClient } from '../kafka';

/** Decodes the records the audit needs: decisions of departments and ends of applications. */
export interface Meaning {
  readonly submitted: string;
  readonly ended: string;
  readonly decided: string;
}

/** Audits the topics as an independent consumer: every violation of order and of exactly-once. */
export class TopicAudit {
  readonly submitted = new Set<string>();
  readonly ended = new Set<string>();
  readonly decided = new Set<string>();
  readonly faults: string[] = [];
  records = 0;
  private readonly last = new Map<string, number>();

  constructor(private readonly types: Meaning) {}

  see(topic: string, { key, headers = {} }: Pick<KafkaMessage, 'key' | 'headers'>): void {
    this.records++;
    const subject = String(headers['ce_subject']);
    const sequence = Number(headers['ce_sequence']);
    const place = `${topic} ${subject}`;
    const before = this.last.get(place) ?? 0;
    // Records may be repeated; consumers recognise them by their sequence.
    if (sequence <= before) return;
    if (sequence !== before + 1) this.fault(`I4 ${place}: ${sequence} follows ${before}`);
    this.last.set(place, sequence);
    const type = String(headers['ce_type']);
    const number = String(key);
    if (type === this.types.submitted) this.submitted.add(number);
    if (type === this.types.ended) this.once(this.ended, number, 'ended');
    if (type === this.types.decided) this.once(this.decided, subject, 'was decided');
  }

  fault(what: string): void {
    if (this.faults.length < 20) this.faults.push(what);
  }

  private once(known: Set<string>, what: string, how: string): void {
    if (known.has(what)) this.fault(`I3 ${what} ${how} twice`);
    known.add(what);
  }
}

/** Feeds the audit every record on these topics. */
export async function readAll(brokers: string, topics: readonly string[], audit: TopicAudit): Promise<void> {
  const kafka = kafkaClient(brokers, 'bench-audit');
  const admin = kafka.admin();
  await admin.connect();
  const ends = new Map<string, number>();
  for (const topic of topics)
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic))
      if (Number(high) > Number(low)) ends.set(`${topic}/${partition}`, Number(high));
  await admin.disconnect();
  if (ends.size === 0) return;
  const consumer = kafka.consumer({ groupId: `bench-audit-${randomUUID()}`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
      consumer
        .run({
          autoCommit: false,
          eachBatch: async ({ batch: { topic, partition, messages } }) => {
            const place = `${topic}/${partition}`;
            const end = ends.get(place);
            if (end === undefined) return;
            for (const message of messages) if (Number(message.offset) < end) audit.see(topic, message);
            if (Number(messages.at(-1)?.offset) + 1 >= end) ends.delete(place);
            if (ends.size === 0) resolve();
          },
        })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
}
