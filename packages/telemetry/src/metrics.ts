import type { Counter, Histogram, Meter } from '@opentelemetry/api';
import { type GaugeKey, type Metric, metricTable } from './metric-table';
import { meterByDefault, meterNow } from './scope';

// An instrument created before the SDK is set never records, so each is created at its first use: one a service of the process.
const lazy = <T>(make: (meter: Meter) => T): (() => T) => {
  const made = new Map<Meter | undefined, T>();
  return () => {
    const meter = meterNow();
    const found = made.get(meter);
    if (found !== undefined) return found;
    const instrument = make(meter ?? meterByDefault());
    made.set(meter, instrument);
    return instrument;
  };
};
const counter = ({ name, description, unit }: Metric): (() => Counter) =>
  lazy((meter) => {
    const made = meter.createCounter(name, { description, unit });
    // Exported from the start: Prometheus does not see an increase from no value to 1.
    made.add(0);
    return made;
  });
const histogram = ({ name, description, unit, buckets = [] }: Metric): (() => Histogram) =>
  lazy((meter) =>
    meter.createHistogram(name, { description, unit, advice: { explicitBucketBoundaries: [...buckets] } }),
  );

/** The counters of services that store. They record nothing when no exporter is configured. */
export const counters = {
  records: counter(metricTable.records),
  duplicates: counter(metricTable.duplicates),
  gaps: counter(metricTable.gaps),
  disbelieved: counter(metricTable.disbelieved),
  commands: counter(metricTable.commands),
  conflicts: counter(metricTable.conflicts),
  published: counter(metricTable.published),
  producers: counter(metricTable.producers),
  sent: counter(metricTable.sent),
  chunkRetries: counter(metricTable.chunkRetries),
  joins: counter(metricTable.joins),
  restarts: counter(metricTable.restarts),
  questions: counter(metricTable.questions),
  projectionGaps: counter(metricTable.projectionGaps),
};

/** Those of the gateway. */
export const gatewayCounters = {
  securityEvents: counter(metricTable.securityEvents),
  securitySeries: counter(metricTable.securitySeries),
};

/** That of notifications. */
export const noticeCounters = { sendings: counter(metricTable.sendings) };

/** The histograms of the table; values are in the unit of each. */
export const histograms = {
  requests: histogram(metricTable.requests),
  calls: histogram(metricTable.calls),
  batch: histogram(metricTable.batch),
  commit: histogram(metricTable.commit),
  publish: histogram(metricTable.publish),
  send: histogram(metricTable.send),
  chunk: histogram(metricTable.chunk),
  lateness: histogram(metricTable.lateness),
  journey: histogram(metricTable.journey),
};

/** A gauge that is read at every export. Returns what ends it. */
export function observe(key: GaugeKey, read: () => number, attributes: Record<string, string> = {}): () => void {
  const { name, description, unit } = metricTable[key];
  const gauge = (meterNow() ?? meterByDefault()).createObservableGauge(name, { description, unit });
  const callback = (result: { observe(value: number, attributes: Record<string, string>): void }) =>
    result.observe(read(), attributes);
  gauge.addCallback(callback);
  return () => gauge.removeCallback(callback);
}
