import { Backoff, within } from '@lianban/backoff';
import type { OutgoingRecord } from '@lianban/record';
import { counters, histograms } from '@lianban/telemetry';
import type { KafkaConnection } from './connection';
import { PermanentSendError, ProducerClosedError } from './errors';
import type { KafkaLog } from './kafka-logger';
import { type ProducerLibrary, kafkajsProducers } from './kafkajs-producer';
import { ReliableSender, type SendResult } from './reliable-sender';
import { type BatchLimits, type QueuedRecord, SendQueue, recordBytes } from './send-queue';

/** Sends records, and reports them as sent only when the broker's acknowledgement proves that each is on the log. */
export interface Producer {
  /**
   * Resolves when every record is acknowledged. The records of one call, and of calls made one after the other, reach
   * each partition in that order. Records may be repeated, but are neither lost nor reordered.
   * @throws PermanentSendError when sending again cannot help (record too large, no such topic, not allowed)
   * @throws ProducerClosedError when the producer was closed before the broker had acknowledged all of them
   */
  send(records: readonly OutgoingRecord[]): Promise<void>;
  /** Accepts no more, waits a bounded time for the records it accepted, then disconnects. Never throws. */
  close(): Promise<void>;
}

export interface ProducerOptions {
  connection: KafkaConnection;
  log: KafkaLog;
  /** Longest wait for records in the queue on closing, and again for disconnecting. */
  closeTimeoutMs?: number;
  /** kafkajs unless a test brings its own. */
  library?: ProducerLibrary;
  /** The largest batch; tests make it smaller. */
  limits?: BatchLimits;
}

// Brokers allow 1,048,588 bytes for a batch unless the topic says otherwise.
const largestBatch: BatchLimits = { records: 1_000, bytes: 1_000_000 };
const largestRecordBytes = 1_000_000;
/** A topic the broker does not know may have been created a moment ago: records for it are refused only after this long. */
const unknownTopicGraceMs = 3_000;

/**
 * A producer that loses nothing. It sends one batch at a time; calls made meanwhile wait and share the next batch, in the
 * order they were made. A batch is done when its acknowledgement is complete; until then it is sent again, each time
 * through a new producer, which can repeat records but cannot reorder or lose them. Connects with the first send.
 */
export function guardedProducer(options: ProducerOptions): Producer {
  return new GuardedProducer(options);
}

class GuardedProducer implements Producer {
  private readonly log: KafkaLog;
  private readonly closeTimeoutMs: number;
  private readonly limits: BatchLimits;
  private readonly sender: ReliableSender;
  private readonly queue = new SendQueue();
  private readonly aborted = new AbortController();
  private readonly unknownSince = new Map<string, number>();
  /** Records in the next batch; halved to find a refused record. */
  private batchRecords: number;
  private working: Promise<void> | undefined;
  private closing: Promise<void> | undefined;

  constructor({ connection, log, closeTimeoutMs = 10_000, library, limits = largestBatch }: ProducerOptions) {
    this.log = log;
    this.closeTimeoutMs = closeTimeoutMs;
    this.limits = limits;
    this.batchRecords = limits.records;
    this.sender = new ReliableSender(library ?? kafkajsProducers(connection, log));
  }

  send(records: readonly OutgoingRecord[]): Promise<void> {
    if (this.closing) return Promise.reject(new ProducerClosedError());
    for (const record of records) {
      const bytes = recordBytes(record);
      if (bytes <= largestRecordBytes) continue;
      const reason = `larger than the ${largestRecordBytes} bytes a record may have`;
      return Promise.reject(new PermanentSendError(reason, { topic: record.topic, bytes }));
    }
    const acknowledged = this.queue.add(records);
    this.working ??= this.work();
    return acknowledged;
  }

  close(): Promise<void> {
    this.closing ??= this.shutDown();
    return this.closing;
  }

  private async shutDown(): Promise<void> {
    const { closeTimeoutMs } = this;
    await within(closeTimeoutMs, 'sending what is left', this.working ?? Promise.resolve()).catch(() => undefined);
    this.aborted.abort();
    if (this.queue.length > 0)
      this.log.warn({ records: this.queue.length }, 'Kafka producer closed with records unacknowledged');
    this.queue.refuse(() => true, new ProducerClosedError());
    await this.sender.close(closeTimeoutMs);
  }

  private async work(): Promise<void> {
    // Calls made in the same turn of the event loop share the first batch.
    await Promise.resolve();
    const backoff = new Backoff(50, 5_000);
    let startedAt = performance.now();
    while (this.queue.length > 0 && !this.aborted.signal.aborted) {
      const batch = this.queue.head({ records: this.batchRecords, bytes: this.limits.bytes });
      const result = await this.sender.sendOnce(batch.map(({ record }) => record));
      if (this.aborted.signal.aborted) break;
      if (this.settle(result, batch)) {
        if (result.outcome === 'acknowledged') countSent(batch, startedAt);
        backoff.reset();
        startedAt = performance.now();
      } else {
        await backoff.wait(this.aborted.signal);
      }
    }
    this.working = undefined;
  }

  /** Acts on the result of one send. False when nothing was decided and the batch has to be sent again, later. */
  private settle(result: SendResult, batch: readonly QueuedRecord[]): boolean {
    switch (result.outcome) {
      case 'acknowledged':
        for (const { record } of batch) this.unknownSince.delete(record.topic);
        this.batchRecords = Math.min(this.limits.records, this.batchRecords * 2);
        this.queue.acknowledge(batch.length);
        return true;
      case 'refused':
        this.narrowDown(result, batch);
        return true;
      case 'unknown-topic':
        return this.refuseUnknownTopic(result.topic);
      case 'unknown-partition': {
        const { topic, partition } = result;
        const error = new PermanentSendError('the topic has no such partition', { topic, partition });
        this.queue.refuse(({ record }) => record.topic === topic && record.partition === partition, error);
        return true;
      }
      case 'unknown':
        counters.producers().add(1);
        this.log.warn(
          { reason: result.reason, records: batch.length },
          'Kafka send in doubt: sending again with a new producer',
        );
        return false;
    }
  }

  /** The broker does not say which record it refuses, so the batch is halved until one record is left. */
  private narrowDown({ reason, error }: SendResult & { outcome: 'refused' }, batch: readonly QueuedRecord[]): void {
    counters.producers().add(1);
    const [first, ...others] = batch;
    if (first === undefined) return;
    if (others.length > 0) {
      this.batchRecords = Math.ceil(batch.length / 2);
      return;
    }
    const { topic, partition } = first.record;
    const where = { topic, bytes: first.bytes, ...(partition === undefined ? {} : { partition }) };
    const refusal = new PermanentSendError(reason, where, { cause: error });
    this.log.error({ topic, bytes: first.bytes, reason }, 'Kafka refuses a record for good');
    this.queue.refuse((item) => item === first, refusal);
  }

  private refuseUnknownTopic(topic: string): boolean {
    const since = this.unknownSince.get(topic) ?? performance.now();
    this.unknownSince.set(topic, since);
    if (performance.now() - since < unknownTopicGraceMs) return false;
    this.log.error({ topic }, 'Kafka knows no such topic: create it, then send again');
    this.queue.refuse(({ record }) => record.topic === topic, new PermanentSendError('no such topic', { topic }));
    return true;
  }
}

function countSent(batch: readonly QueuedRecord[], startedAt: number): void {
  histograms.send().record(performance.now() - startedAt);
  const counts = new Map<string, number>();
  for (const { record } of batch) counts.set(record.topic, (counts.get(record.topic) ?? 0) + 1);
  for (const [topic, count] of counts) counters.sent().add(count, { topic });
}
