import { metrics } from '@opentelemetry/api';

// An instrument made before the SDK is set stays silent for ever, so each is made at its first use.
const lazy = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};
const meter = () => metrics.getMeter('lianban');
const counter = (name: string, description: string) => lazy(() => meter().createCounter(name, { description }));
const histogram = (name: string, description: string, unit: string) =>
  lazy(() => meter().createHistogram(name, { description, unit }));

/** Every metric of the platform, declared once. Silent when telemetry has no endpoint. */
export const counters = {
  records: counter('lianban.consume.records', 'Records heard, by outcome'),
  duplicates: counter('lianban.consume.duplicates', 'Records seen before and skipped'),
  gaps: counter('lianban.consume.gaps', 'Records whose predecessor is missing: parked'),
  commands: counter('lianban.handle.commands', 'Commands decided, by outcome'),
  conflicts: counter('lianban.store.conflicts', 'Batches decided again after a lost race'),
  published: counter('lianban.outbox.published', 'Records published, by publisher'),
  producers: counter('lianban.kafka.producers', 'Producers thrown away in doubt'),
  sent: counter('lianban.kafka.sent', 'Records acknowledged'),
  chunkRetries: counter('lianban.consume.chunk_retries', 'Chunks tried again in place'),
  joins: counter('lianban.consume.joins', 'Times the group was joined'),
  restarts: counter('lianban.consume.restarts', 'Times the consumer was started anew'),
  questions: counter('lianban.questions', 'Questions asked over gRPC, by outcome'),
};

export const histograms = {
  batch: histogram('lianban.handle.batch', 'Commands in a batch', '1'),
  commit: histogram('lianban.store.commit', 'One transaction', 'ms'),
  publish: histogram('lianban.outbox.publish', 'One batch acknowledged', 'ms'),
  send: histogram('lianban.kafka.send', 'One send, first try to last acknowledgement', 'ms'),
  chunk: histogram('lianban.consume.chunk', 'One chunk handled', 'ms'),
  lateness: histogram('lianban.deadline.lateness', 'Deadline to its command', 'ms'),
  journey: histogram('lianban.application.duration', 'Submit to end', 'ms'),
};

/** A figure read when it is exported: age of the oldest outbox entry, parked keys. Returns what ends it. */
export function observe(
  name: string,
  description: string,
  read: () => number,
  attributes: Record<string, string>,
): () => void {
  const gauge = meter().createObservableGauge(name, { description });
  const tell = (result: { observe(value: number, attributes: Record<string, string>): void }) =>
    result.observe(read(), attributes);
  gauge.addCallback(tell);
  return () => gauge.removeCallback(tell);
}
