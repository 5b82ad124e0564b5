export { kafkaAdmin, type KafkaAdmin, type Standing, type TopicLag } from './admin';
export type { OnAssigned } from './assignment';
export type { KafkaConnection } from './connection';
export {
  consumerSessionMs,
  guardedConsumer,
  type Consumer,
  type ConsumerOptions,
  type ConsumerSettings,
} from './consumer';
export type { ChunkContext, OnChunk } from './handle-batch';
export type { KafkaLog } from './kafka-logger';
export { noKafkaMetrics, type KafkaMetrics } from './kafka-metrics';
export { partitionOf } from './partitioner';
export type { Assigned, IncomingRecord, OutgoingRecord, Producer } from './port';
export { guardedProducer, type ProducerOptions, type ProducerSettings } from './producer';
export type { ConsumerProgress } from './progress';
export { type Bounds, type KafkaSurvey, type Stretch, kafkaSurvey } from './survey';
export { PermanentSendError, ProducerClosedError } from './send-errors';
