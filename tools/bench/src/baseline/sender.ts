import type { Producer } from 'kafkajs';
import type { SampleRecord } from './samples';

export interface BaselineRecord {
  readonly topic: string;
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Record<string, string>;
}

/** Makes records like the sample, with other keys. */
export function like({ value, headers }: SampleRecord, topic: string): (key: string) => BaselineRecord {
  const same = { topic, value: Buffer.from(value, 'base64'), headers: { ...headers } };
  return (key) => ({ ...same, key });
}

/** Sends with one produce request in flight; records added meanwhile go with the next. */
export class Sender {
  private waiting: BaselineRecord[] = [];
  private sending = false;

  constructor(private readonly producer: Pick<Producer, 'sendBatch'>) {}

  send(records: readonly BaselineRecord[]): void {
    this.waiting.push(...records);
    if (!this.sending) void this.sendAll();
  }

  private async sendAll(): Promise<void> {
    this.sending = true;
    while (this.waiting.length > 0) {
      const records = this.waiting;
      this.waiting = [];
      const topicMessages = [...Map.groupBy(records, ({ topic }) => topic)].map(([topic, group]) => ({
        topic,
        messages: group.map(({ key, value, headers }) => ({ key, value, headers })),
      }));
      await this.producer.sendBatch({ acks: -1, topicMessages });
    }
    this.sending = false;
  }
}
