import { Kafka, Partitioners, logLevel } from 'kafkajs';

/** A Kafka client for measurements: it creates no topics and writes no logs. */
export const kafkaClient = (brokers: string, clientId: string): Kafka =>
  new Kafka({ brokers: brokers.split(','), clientId, logLevel: logLevel.NOTHING });

export const partitioner = Partitioners.DefaultPartitioner;
