/** What the Kafka side reports. Labels are topic and group names only, so their number is bounded. */
export interface KafkaMetrics {
  recordsSent(topic: string, count: number): void;
  /** One batch, from the first attempt to the acknowledgement beyond doubt. */
  sendDuration(seconds: number): void;
  /** An answer was doubtful or missing: the producer was thrown away and the batch goes out again. */
  producerRecreated(): void;
  recordsHandled(topic: string, group: string, count: number): void;
  chunkDuration(topic: string, group: string, seconds: number): void;
  /** The handler failed and the same chunk is tried again in place. */
  chunkRetried(topic: string, group: string): void;
  groupJoined(group: string): void;
  consumerRestarted(group: string): void;
}

const nothing = (): void => undefined;

export const noKafkaMetrics: KafkaMetrics = {
  recordsSent: nothing,
  sendDuration: nothing,
  producerRecreated: nothing,
  recordsHandled: nothing,
  chunkDuration: nothing,
  chunkRetried: nothing,
  groupJoined: nothing,
  consumerRestarted: nothing,
};
