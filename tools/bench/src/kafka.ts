import type { BrokerSecurity } from '@lianban/infra';
import { Kafka, Partitioners, logLevel } from 'kafkajs';

/** A Kafka client for measurements: it creates no topics and writes no logs. */
export const kafkaClient = (brokers: string, clientId: string, security: BrokerSecurity = {}): Kafka =>
  new Kafka({ ...security, brokers: brokers.split(','), clientId, logLevel: logLevel.NOTHING });

export const partitioner = Partitioners.DefaultPartitioner;
