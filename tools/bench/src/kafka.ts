import { Kafka, Partitioners, logLevel } from 'kafkajs';

/** A client for measuring: it neither creates topics nor writes logs. */
export const kafkaClient = (brokers: string, clientId: string): Kafka =>
  new Kafka({ brokers: brokers.split(','), clientId, logLevel: logLevel.NOTHING });

export const partitioner = Partitioners.DefaultPartitioner;
