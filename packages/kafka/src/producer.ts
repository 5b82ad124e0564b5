import { Backoff } from '@lianban/backoff';
import { kafkajsProducers, type ProducerLibrary } from './kafkajs-producer';
import type { KafkaConnection } from './connection';
import { within } from './deadline';
import type { KafkaLog } from './kafka-logger';
import { noKafkaMetrics, type KafkaMetrics } from './kafka-metrics';
import type { OutgoingRecord } from '@lianban/record';
import type { Producer } from './producer-port';
import { PermanentSendError, ProducerClosedError } from './send-errors';
import { recordBytes, SendQueue, type QueuedRecord } from './send-queue';
import { ReliableSender, type Attempt } from './reliable-sender';

export interface ProducerSettings {
  /** Larger records are refused at once. Brokers allow 1,048,588 bytes for a batch unless the topic says otherwise. */
  maxRecordBytes: number;
  maxBatchBytes: number;
  maxBatchRecords: number;
  minBackOffMs: number;
  maxBackOffMs: number;
  /** After it, a send that neither succeeds nor fails counts as doubtful. */
  attemptTimeoutMs: number;
  /** A topic the broker does not know may have been created a moment ago: refused only after this long. */
  unknownTopicGraceMs: number;
  partitionCountTtlMs: number;
  closeTimeoutMs: number;
}

const defaults: ProducerSettings = {
  maxRecordBytes: 1_000_000,
  maxBatchBytes: 1_000_000,
  maxBatchRecords: 1_000,
  minBackOffMs: 50,
  maxBackOffMs: 5_000,
  attemptTimeoutMs: 60_000,
  unknownTopicGraceMs: 3_000,
  partitionCountTtlMs: 300_000,
  closeTimeoutMs: 10_000,
};

export interface ProducerOptions {
  connection: KafkaConnection;
  log: KafkaLog;
  metrics?: KafkaMetrics;
  settings?: Partial<ProducerSettings>;
  /** The client library; kafkajs unless a test brings its own. */
  library?: ProducerLibrary;
}

/**
 * A producer that loses nothing. One batch is on its way at a time; calls made meanwhile wait and go together, in the
 * order they were made. A batch is done when the answer leaves no doubt; until then it is sent again, through a new
 * producer each time, which can repeat records but cannot reorder or lose them. Connects with the first send.
 */
export function guardedProducer(options: ProducerOptions): Producer {
  return new GuardedProducer(options);
}

class GuardedProducer implements Producer {
  private readonly settings: ProducerSettings;
  private readonly log: KafkaLog;
  private readonly metrics: KafkaMetrics;
  private readonly line: ReliableSender;
  private readonly queue = new SendQueue();
  private readonly aborted = new AbortController();
  private readonly unknownSince = new Map<string, number>();
  private width: number;
  private working: Promise<void> | undefined;
  private closing: Promise<void> | undefined;

  constructor({ connection, log, metrics = noKafkaMetrics, settings, library }: ProducerOptions) {
    this.settings = { ...defaults, ...settings };
    this.log = log;
    this.metrics = metrics;
    this.width = this.settings.maxBatchRecords;
    const { attemptTimeoutMs, partitionCountTtlMs } = this.settings;
    this.line = new ReliableSender(library ?? kafkajsProducers(connection, log), attemptTimeoutMs, partitionCountTtlMs);
  }

  send(records: readonly OutgoingRecord[]): Promise<void> {
    if (this.closing) return Promise.reject(new ProducerClosedError());
    for (const record of records) {
      const bytes = recordBytes(record);
      if (bytes <= this.settings.maxRecordBytes) continue;
      const reason = `larger than the ${this.settings.maxRecordBytes} bytes a record may have`;
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
    const { closeTimeoutMs } = this.settings;
    await within(closeTimeoutMs, 'sending what is left', this.working ?? Promise.resolve()).catch(() => undefined);
    this.aborted.abort();
    if (this.queue.length > 0)
      this.log.warn({ records: this.queue.length }, 'Kafka producer closed with records unacknowledged');
    this.queue.refuse(() => true, new ProducerClosedError());
    await this.line.close(closeTimeoutMs);
  }

  private async work(): Promise<void> {
    // Calls made in the same turn of the event loop already share the first batch.
    await Promise.resolve();
    const backoff = new Backoff(this.settings.minBackOffMs, this.settings.maxBackOffMs);
    let startedAt = performance.now();
    while (this.queue.length > 0 && !this.aborted.signal.aborted) {
      const flight = this.queue.head({ records: this.width, bytes: this.settings.maxBatchBytes });
      const attempt = await this.line.attempt(flight.map(({ record }) => record));
      if (this.aborted.signal.aborted) break;
      if (this.settle(attempt, flight)) {
        if (attempt.outcome === 'acknowledged') this.report(flight, startedAt);
        backoff.reset();
        startedAt = performance.now();
      } else {
        await backoff.wait(this.aborted.signal);
      }
    }
    this.working = undefined;
  }

  /** Acts on the outcome of one attempt; false when nothing got decided and it has to be made again, later. */
  private settle(attempt: Attempt, flight: readonly QueuedRecord[]): boolean {
    switch (attempt.outcome) {
      case 'acknowledged':
        for (const { record } of flight) this.unknownSince.delete(record.topic);
        this.width = Math.min(this.settings.maxBatchRecords, this.width * 2);
        this.queue.acknowledge(flight.length);
        return true;
      case 'refused':
        this.narrowDown(attempt, flight);
        return true;
      case 'unknown-topic':
        return this.refuseUnknownTopic(attempt.topic);
      case 'unknown-partition': {
        const { topic, partition } = attempt;
        const error = new PermanentSendError('the topic has no such partition', { topic, partition });
        this.queue.refuse(({ record }) => record.topic === topic && record.partition === partition, error);
        return true;
      }
      case 'doubtful':
        this.metrics.producerRecreated();
        this.log.warn(
          { reason: attempt.reason, records: flight.length },
          'Kafka send in doubt: sending again with a new producer',
        );
        return false;
    }
  }

  /** The broker does not say which record it refuses, so the batch is halved until it is alone. */
  private narrowDown({ reason, error }: Attempt & { outcome: 'refused' }, flight: readonly QueuedRecord[]): void {
    this.metrics.producerRecreated();
    const [first, ...others] = flight;
    if (first === undefined) return;
    if (others.length > 0) {
      this.width = Math.ceil(flight.length / 2);
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
    if (performance.now() - since < this.settings.unknownTopicGraceMs) return false;
    this.log.error({ topic }, 'Kafka knows no such topic: create it, then send again');
    this.queue.refuse(({ record }) => record.topic === topic, new PermanentSendError('no such topic', { topic }));
    return true;
  }

  private report(flight: readonly QueuedRecord[], startedAt: number): void {
    this.metrics.sendDuration((performance.now() - startedAt) / 1_000);
    const counts = new Map<string, number>();
    for (const { record } of flight) counts.set(record.topic, (counts.get(record.topic) ?? 0) + 1);
    for (const [topic, count] of counts) this.metrics.recordsSent(topic, count);
  }
}
