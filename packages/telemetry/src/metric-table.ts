import { catalogueMetrics } from './catalogue-metrics';
import { holidayMetrics } from './holiday-metrics';
import { type Metric, metric } from './metric';
import { noticeMetrics } from './notice-metrics';
import { projectionMetrics } from './projection-metrics';
import { securityMetrics } from './security-metrics';

export type { Metric };

const milliseconds = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const days = [1_000, minuteMs, 60 * minuteMs, ...[1, 2, 5, 10, 20, 30, 45, 60, 90].map((count) => count * dayMs)];

/** Every metric of Lianban. Tests check that code, dashboards and alerts use no other. */
export const metricTable = {
  requests: metric({
    name: 'http.server.request.duration',
    kind: 'histogram',
    unit: 's',
    description: 'An HTTP request, first byte in to last byte out; live streams are left out',
    attributes: ['http.request.method', 'http.route', 'http.response.status_code'],
    from: 'gateway',
    buckets: seconds,
  }),
  calls: metric({
    name: 'rpc.server.call.duration',
    kind: 'histogram',
    unit: 's',
    description: 'A unary gRPC call answered',
    attributes: ['rpc.method', 'rpc.response.status_code'],
    from: 'stores',
    buckets: seconds,
  }),
  records: metric({
    name: 'lianban.consume.records',
    kind: 'counter',
    unit: '{record}',
    description: 'Records consumed, by outcome and by the service whose topic it is',
    attributes: ['topic', 'sender', 'outcome'],
    from: 'stores',
  }),
  duplicates: metric({
    name: 'lianban.consume.duplicates',
    kind: 'counter',
    unit: '{record}',
    description: 'Records already applied and skipped',
    attributes: ['topic', 'outcome'],
    from: 'stores',
  }),
  gaps: metric({
    name: 'lianban.consume.gaps',
    kind: 'counter',
    unit: '{record}',
    description: 'Records whose predecessor is missing: parked',
    attributes: ['topic', 'outcome'],
    from: 'stores',
  }),
  disbelieved: metric({
    name: 'lianban.consume.disbelieved',
    kind: 'counter',
    unit: '{record}',
    description: 'Records rejected because their source may not publish them; by the projection, when one read them',
    attributes: ['topic', 'sender', 'projection'],
    from: 'stores',
  }),
  chunk: metric({
    name: 'lianban.consume.chunk',
    kind: 'histogram',
    unit: 'ms',
    description: 'One chunk of records handled',
    attributes: ['topic', 'group'],
    from: 'stores',
    buckets: milliseconds,
  }),
  chunkRetries: metric({
    name: 'lianban.consume.chunk_retries',
    kind: 'counter',
    unit: '{chunk}',
    description: 'Chunks tried again in place',
    attributes: ['topic', 'group'],
    from: 'stores',
  }),
  joins: metric({
    name: 'lianban.consume.joins',
    kind: 'counter',
    unit: '{join}',
    description: 'Times the group was joined',
    attributes: ['group'],
    from: 'stores',
  }),
  restarts: metric({
    name: 'lianban.consume.restarts',
    kind: 'counter',
    unit: '{restart}',
    description: 'Restarts of the consumer',
    attributes: ['group'],
    from: 'stores',
  }),
  oldestRecord: metric({
    name: 'lianban.consume.oldest_age',
    kind: 'gauge',
    unit: 'ms',
    description: 'Age of the oldest record not processed yet',
    attributes: ['service'],
    from: 'stores',
  }),
  lag: metric({
    name: 'lianban.consume.lag',
    kind: 'gauge',
    unit: '{record}',
    description: 'Records not processed yet',
    attributes: ['service'],
    from: 'stores',
  }),
  missingTopics: metric({
    name: 'lianban.consume.missing_topics',
    kind: 'gauge',
    unit: '{topic}',
    description: 'Subscribed topics that do not exist',
    attributes: ['service'],
    from: 'stores',
  }),
  parkedKeys: metric({
    name: 'lianban.consume.parked_keys',
    kind: 'gauge',
    unit: '{key}',
    description: 'Keys that wait for an operator',
    attributes: ['service'],
    from: 'stores',
  }),
  ...projectionMetrics,
  ...catalogueMetrics,
  ...holidayMetrics,
  ...noticeMetrics,
  ...securityMetrics,
  commands: metric({
    name: 'lianban.handle.commands',
    kind: 'counter',
    unit: '{command}',
    description: 'Commands decided, by outcome',
    attributes: ['outcome', 'command'],
    from: 'stores',
  }),
  batch: metric({
    name: 'lianban.handle.batch',
    kind: 'histogram',
    unit: '{command}',
    description: 'Commands in a batch',
    from: 'stores',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  }),
  commit: metric({
    name: 'lianban.store.commit',
    kind: 'histogram',
    unit: 'ms',
    description: 'One transaction',
    from: 'stores',
    buckets: milliseconds,
  }),
  conflicts: metric({
    name: 'lianban.store.conflicts',
    kind: 'counter',
    unit: '{batch}',
    description: 'Batches decided again after a lost race',
    from: 'stores',
  }),
  publish: metric({
    name: 'lianban.outbox.publish',
    kind: 'histogram',
    unit: 'ms',
    description: 'One batch acknowledged',
    from: 'stores',
    buckets: milliseconds,
  }),
  published: metric({
    name: 'lianban.outbox.published',
    kind: 'counter',
    unit: '{record}',
    description: 'Records published, by publisher',
    attributes: ['publisher'],
    from: 'stores',
  }),
  oldestBatch: metric({
    name: 'lianban.outbox.oldest_age',
    kind: 'gauge',
    unit: 'ms',
    description: 'Age of the oldest batch not published yet',
    attributes: ['service'],
    from: 'stores',
  }),
  send: metric({
    name: 'lianban.kafka.send',
    kind: 'histogram',
    unit: 'ms',
    description: 'One send, first try to last acknowledgement',
    from: 'stores',
    buckets: milliseconds,
  }),
  sent: metric({
    name: 'lianban.kafka.sent',
    kind: 'counter',
    unit: '{record}',
    description: 'Records acknowledged',
    attributes: ['topic'],
    from: 'stores',
  }),
  producers: metric({
    name: 'lianban.kafka.producers',
    kind: 'counter',
    unit: '{producer}',
    description: 'Producers replaced because a send had an unknown outcome',
    from: 'stores',
  }),
  questions: metric({
    name: 'lianban.questions',
    kind: 'counter',
    unit: '{question}',
    description: 'Durable requests, by outcome',
    attributes: ['question', 'outcome'],
    from: 'stores',
  }),
  lateness: metric({
    name: 'lianban.deadline.lateness',
    kind: 'histogram',
    unit: 'ms',
    description: 'Deadline to its command',
    from: 'stores',
    buckets: [...milliseconds, minuteMs, 10 * minuteMs, 60 * minuteMs],
  }),
  workedAge: metric({
    name: 'lianban.worker.success_age',
    kind: 'gauge',
    unit: 'ms',
    description: 'Time since a periodic job last succeeded',
    attributes: ['service', 'worker'],
    from: 'stores',
  }),
  overdue: metric({
    name: 'lianban.deadline.overdue',
    kind: 'gauge',
    unit: '{document}',
    description: 'Documents whose deadline passed over a minute ago without effect',
    attributes: ['service'],
    from: 'stores',
  }),
  dueWithinDay: metric({
    name: 'lianban.deadline.due_within_day',
    kind: 'gauge',
    unit: '{document}',
    description: 'Documents whose next deadline is less than a day away',
    attributes: ['service'],
    from: 'stores',
  }),
  needsOperator: metric({
    name: 'lianban.application.needs_operator',
    kind: 'gauge',
    unit: '{document}',
    description: 'Applications, charges and notices that wait for an operator',
    attributes: ['service'],
    from: 'operated',
  }),
  journey: metric({
    name: 'lianban.application.duration',
    kind: 'histogram',
    unit: 'ms',
    description: 'Submit to end',
    from: 'applications',
    buckets: days,
  }),
  eventLoop: metric({
    name: 'nodejs.eventloop.delay.p99',
    kind: 'gauge',
    unit: 's',
    description: 'How late the event loop was, 99th percentile since the last reading',
    from: 'all',
  }),
  heap: metric({
    name: 'v8js.memory.heap.used',
    kind: 'gauge',
    unit: 'By',
    description: 'Heap in use',
    from: 'all',
  }),
} satisfies Readonly<Record<string, Metric>>;

export type MetricKey = keyof typeof metricTable;
type OfKind<K extends Metric['kind']> = {
  [M in MetricKey]: (typeof metricTable)[M]['kind'] extends K ? M : never;
}[MetricKey];
export type GaugeKey = OfKind<'gauge'>;

/** The name in Prometheus, such as lianban_consume_records_total. */
export const prometheusName = ({ name, kind }: Metric): string =>
  name.replaceAll('.', '_') + (kind === 'counter' ? '_total' : '');
