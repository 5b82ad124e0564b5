export { type KafkaConnection, askOnce, kafkaClient } from './connection';
export { type Consumer, guardedConsumer } from './consumer';
export type { OnChunk } from './handle-batch';
export type { KafkaLog } from './kafka-logger';
export { consumerSessionMs, incoming } from './kafkajs-consumer';
export { partitionOf } from './partitions';
export { guardedProducer } from './producer';
export { brokerSecurity, kafkaContradictions, kafkaSecurity } from './settings';
