import { guardedConsumer } from '@lianban/kafka';
import { kafka } from './environment';
import { quiet } from './quiet';

export interface Heard {
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Hears all records of some topics once, per partition in their order, also when its consumer has to begin again. */
export class Listener {
  readonly heard: Heard[] = [];
  private readonly last = new Map<string, bigint>();
  private readonly consumer: ReturnType<typeof guardedConsumer>;
  private failure: Error | undefined;

  constructor(groupId: string, topics: readonly string[]) {
    this.consumer = guardedConsumer({
      ...{ connection: kafka, groupId, topics, log: quiet, stopTimeoutMs: 10_000 },
      onFatal: (error) => (this.failure = error),
      onChunk: async (records) => {
        for (const { topic, partition, offset, key, value, headers } of records) {
          const place = `${topic} ${partition}`;
          if (BigInt(offset) <= (this.last.get(place) ?? -1n)) continue;
          this.last.set(place, BigInt(offset));
          this.heard.push({ key: String(key), value: value ?? Buffer.alloc(0), headers });
        }
      },
    });
  }

  async open(): Promise<void> {
    this.consumer.start();
    await this.consumer.joined;
  }

  /** @throws what ended its consumer */
  async close(): Promise<void> {
    await this.consumer.stop();
    if (this.failure) throw this.failure;
  }
}
