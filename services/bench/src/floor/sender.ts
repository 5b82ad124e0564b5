import type { Producer } from 'kafkajs';

export interface FloorRecord {
  readonly topic: string;
  readonly key: string;
}

/** One produce request under way; what comes meanwhile goes with the next. */
export class Sender {
  private waiting: FloorRecord[] = [];
  private sending = false;

  /** @param recordBytes size of a record, its key included */
  constructor(
    private readonly producer: Pick<Producer, 'sendBatch'>,
    private readonly recordBytes: number,
  ) {}

  send(records: readonly FloorRecord[]): void {
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
        messages: group.map(({ key }) => ({
          key,
          value: Buffer.alloc(Math.max(0, this.recordBytes - key.length), 120),
        })),
      }));
      await this.producer.sendBatch({ acks: -1, topicMessages });
    }
    this.sending = false;
  }
}
