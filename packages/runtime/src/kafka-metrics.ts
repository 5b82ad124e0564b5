import type { KafkaMetrics } from '@lianban/kafka';
import { counters, histograms } from '@lianban/telemetry';

/** What the Kafka side reports, as the platform's metrics. */
export const kafkaMetrics: KafkaMetrics = {
  recordsSent: (topic, count) => counters.sent().add(count, { topic }),
  sendDuration: (seconds) => histograms.send().record(seconds * 1000),
  producerRecreated: () => counters.producers().add(1),
  recordsHandled: () => undefined,
  chunkDuration: (topic, group, seconds) => histograms.chunk().record(seconds * 1000, { topic, group }),
  chunkRetried: (topic, group) => counters.chunkRetries().add(1, { topic, group }),
  groupJoined: (group) => counters.joins().add(1, { group }),
  consumerRestarted: (group) => counters.restarts().add(1, { group }),
};
