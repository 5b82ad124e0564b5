import { choosePartitions, type Unroutable } from './choose-partitions';
import { within } from './deadline';
import type { KafkajsProducer, ProducerLibrary } from './kafkajs-producer';
import { PartitionCounts } from './partition-counts';
import type { OutgoingRecord } from '@lianban/record';
import { refusalReason } from './send-errors';
import { verifyAck } from './verify-ack';

export type Attempt =
  | { outcome: 'acknowledged' }
  /** Some record in it will never be taken. */
  | { outcome: 'refused'; reason: string; error: unknown }
  | Unroutable
  /** Any of the records may or may not be on the log. */
  | { outcome: 'doubtful'; reason: string };

/**
 * One producer of the client library at a time, one batch at a time. After anything but a complete acknowledgement the
 * producer is thrown away: its sequence numbers can no longer be trusted, and a producer id of its own makes it
 * impossible that the broker takes a new batch for a repeat of an old one.
 */
export class ReliableSender {
  private readonly counts: PartitionCounts;
  private current: KafkajsProducer | undefined;
  private lastOffsets: ReadonlyMap<string, bigint> = new Map();

  constructor(
    private readonly library: ProducerLibrary,
    private readonly attemptTimeoutMs: number,
    partitionCountTtlMs: number,
  ) {
    this.counts = new PartitionCounts(library.partitionCount, partitionCountTtlMs);
  }

  /** Sends the records once. Never throws. */
  async attempt(records: readonly OutgoingRecord[]): Promise<Attempt> {
    try {
      const addressed = await within(this.attemptTimeoutMs, 'partition counts', choosePartitions(records, this.counts));
      if (addressed.outcome !== 'addressed') return addressed;
      const producer = await this.producer();
      const answer = await this.send(producer, addressed.batch);
      const verdict = verifyAck(addressed.sent, answer, this.lastOffsets);
      if (verdict.sure) {
        this.lastOffsets = verdict.lastOffsets;
        return { outcome: 'acknowledged' };
      }
      this.discard(records);
      return { outcome: 'doubtful', reason: verdict.doubt };
    } catch (error) {
      this.discard(records);
      const reason = refusalReason(error);
      if (reason !== undefined) return { outcome: 'refused', reason, error };
      return { outcome: 'doubtful', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  async close(timeoutMs: number): Promise<void> {
    const producer = this.current;
    this.current = undefined;
    await within(timeoutMs, 'disconnect', producer?.disconnect() ?? Promise.resolve()).catch(() => undefined);
  }

  private async producer(): Promise<KafkajsProducer> {
    if (this.current) return this.current;
    const opening = this.library.open();
    try {
      this.current = await within(this.attemptTimeoutMs, 'connecting a producer', opening);
    } catch (error) {
      letGoWhenOpen(opening);
      throw error;
    }
    this.lastOffsets = new Map();
    return this.current;
  }

  private async send(producer: KafkajsProducer, batch: Parameters<KafkajsProducer['sendBatch']>[0]) {
    const sending = producer.sendBatch(batch);
    try {
      return await within(this.attemptTimeoutMs, 'producing', sending);
    } catch (error) {
      // A send that is still trying connects again behind a closed producer's back: close once more when it gives up.
      void sending.catch(() => undefined).then(() => letGo(producer));
      throw error;
    }
  }

  private discard(records: readonly OutgoingRecord[]): void {
    this.counts.doubt(new Set(records.map(({ topic }) => topic)));
    if (this.current) letGo(this.current);
    this.current = undefined;
  }
}

function letGo(producer: KafkajsProducer): void {
  void producer.disconnect().catch(() => undefined);
}

function letGoWhenOpen(opening: Promise<KafkajsProducer>): void {
  void opening.then(letGo, () => undefined);
}
