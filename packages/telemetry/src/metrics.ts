import { type Counter, type Histogram, metrics } from '@opentelemetry/api';
import { type GaugeKey, type Metric, catalogue } from './metric-table';

// An instrument made before the SDK is set stays silent for ever, so each is made at its first use.
const lazy = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};
const meter = () => metrics.getMeter('lianban');
const counter = ({ name, description, unit }: Metric): (() => Counter) =>
  lazy(() => {
    const made = meter().createCounter(name, { description, unit });
    // There from the start: what grows from nothing to one within a scrape would not be seen to grow.
    made.add(0);
    return made;
  });
const histogram = ({ name, description, unit, buckets = [] }: Metric): (() => Histogram) =>
  lazy(() => meter().createHistogram(name, { description, unit, advice: { explicitBucketBoundaries: [...buckets] } }));

/** The counters of the catalogue. Silent when metrics go nowhere. */
export const counters = {
  records: counter(catalogue.records),
  duplicates: counter(catalogue.duplicates),
  gaps: counter(catalogue.gaps),
  disbelieved: counter(catalogue.disbelieved),
  commands: counter(catalogue.commands),
  conflicts: counter(catalogue.conflicts),
  published: counter(catalogue.published),
  producers: counter(catalogue.producers),
  sent: counter(catalogue.sent),
  chunkRetries: counter(catalogue.chunkRetries),
  joins: counter(catalogue.joins),
  restarts: counter(catalogue.restarts),
  questions: counter(catalogue.questions),
};

/** The histograms of the catalogue, recorded in their own units. */
export const histograms = {
  requests: histogram(catalogue.requests),
  calls: histogram(catalogue.calls),
  batch: histogram(catalogue.batch),
  commit: histogram(catalogue.commit),
  publish: histogram(catalogue.publish),
  send: histogram(catalogue.send),
  chunk: histogram(catalogue.chunk),
  lateness: histogram(catalogue.lateness),
  journey: histogram(catalogue.journey),
};

/** A gauge read when it is exported. Returns what ends it. */
export function observe(key: GaugeKey, read: () => number, attributes: Record<string, string> = {}): () => void {
  const { name, description, unit } = catalogue[key];
  const gauge = meter().createObservableGauge(name, { description, unit });
  const tell = (result: { observe(value: number, attributes: Record<string, string>): void }) =>
    result.observe(read(), attributes);
  gauge.addCallback(tell);
  return () => gauge.removeCallback(tell);
}
