import { within } from '@lianban/backoff';
import type { OutgoingRecord } from '@lianban/record';
import { refusalReason } from './errors';
import type { Acknowledgement, KafkajsProducer, ProducerLibrary } from './kafkajs-producer';
import { PartitionCounts, type Unroutable, choosePartitions, partitionName } from './partitions';

export type AckVerdict =
  { acknowledged: true; lastOffsets: Map<string, bigint> } | { acknowledged: false; reason: string };

/**
 * Accepts an answer only when it covers everything sent. kafkajs 2.2.4 can resolve without having written: it may leave
 * out a partition whose leader moves during the send, and a batch that reuses a sequence number is taken for a repeat
 * and answered with the old offset. So the answer must name every partition in `sent` (name to number of records) without
 * an error, at an offset above the last one acknowledged to this producer (`lastOffsets`, which is not changed).
 */
export function verifyAck(
  sent: ReadonlyMap<string, number>,
  answer: readonly Acknowledgement[],
  lastOffsets: ReadonlyMap<string, bigint>,
): AckVerdict {
  const baseOffsets = new Map<string, bigint>();
  for (const { topicName, partition, errorCode, baseOffset } of answer) {
    const name = partitionName(topicName, partition);
    if (errorCode !== 0) return { acknowledged: false, reason: `${name} answered with error code ${errorCode}` };
    const offset = BigInt(baseOffset ?? -1);
    const highest = baseOffsets.get(name);
    if (highest === undefined || offset > highest) baseOffsets.set(name, offset);
  }
  const after = new Map(lastOffsets);
  for (const [name, count] of sent) {
    const base = baseOffsets.get(name);
    if (base === undefined) return { acknowledged: false, reason: `${name} is missing from the answer` };
    if (base <= (lastOffsets.get(name) ?? -1n))
      return { acknowledged: false, reason: `${name} did not move past offset ${base}` };
    after.set(name, base + BigInt(count) - 1n);
  }
  return { acknowledged: true, lastOffsets: after };
}

export type SendResult =
  | { outcome: 'acknowledged' }
  /** The broker will never accept one of the records. */
  | { outcome: 'refused'; reason: string; error: unknown }
  | Unroutable
  /** Any of the records may or may not be on the log. */
  | { outcome: 'unknown'; reason: string };

/** After it, a send that neither succeeds nor fails has an unknown outcome. */
const sendTimeoutMs = 60_000;

/**
 * Sends one batch at a time through one kafkajs producer at a time. After anything but a complete acknowledgement the
 * producer is replaced: its sequence numbers are no longer reliable, and with the new producer's own id the broker cannot
 * take a new batch for a repeat of an old one.
 */
export class ReliableSender {
  private readonly counts: PartitionCounts;
  private current: KafkajsProducer | undefined;
  private lastOffsets: ReadonlyMap<string, bigint> = new Map();

  constructor(private readonly library: ProducerLibrary) {
    this.counts = new PartitionCounts(library.partitionCount);
  }

  /** Sends the records once. Never throws. */
  async sendOnce(records: readonly OutgoingRecord[]): Promise<SendResult> {
    try {
      const routing = await within(sendTimeoutMs, 'partition counts', choosePartitions(records, this.counts));
      if (routing.outcome !== 'routed') return routing;
      const producer = await this.producer();
      const answer = await this.send(producer, routing.batch);
      const verdict = verifyAck(routing.sent, answer, this.lastOffsets);
      if (verdict.acknowledged) {
        this.lastOffsets = verdict.lastOffsets;
        return { outcome: 'acknowledged' };
      }
      this.discard(records);
      return { outcome: 'unknown', reason: verdict.reason };
    } catch (error) {
      this.discard(records);
      const reason = refusalReason(error);
      if (reason !== undefined) return { outcome: 'refused', reason, error };
      return { outcome: 'unknown', reason: error instanceof Error ? error.message : String(error) };
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
      this.current = await within(sendTimeoutMs, 'connecting a producer', opening);
    } catch (error) {
      // It may still connect after the timeout.
      void opening.then(dispose, () => undefined);
      throw error;
    }
    this.lastOffsets = new Map();
    return this.current;
  }

  private async send(producer: KafkajsProducer, batch: Parameters<KafkajsProducer['sendBatch']>[0]) {
    const sending = producer.sendBatch(batch);
    try {
      return await within(sendTimeoutMs, 'producing', sending);
    } catch (error) {
      // A send that is still retrying connects the disposed producer again: dispose it once more when the send ends.
      void sending.catch(() => undefined).then(() => dispose(producer));
      throw error;
    }
  }

  private discard(records: readonly OutgoingRecord[]): void {
    this.counts.expire(new Set(records.map(({ topic }) => topic)));
    if (this.current) dispose(this.current);
    this.current = undefined;
  }
}

function dispose(producer: KafkajsProducer): void {
  void producer.disconnect().catch(() => undefined);
}
