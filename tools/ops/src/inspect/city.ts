import { type Config, openClock } from '@lianban/runtime';
import { type KafkaLog, guardedProducer } from '@lianban/kafka';
import { type TopicInspector, inspectTopics } from '@lianban/operations';
import type { OutgoingRecord } from '@lianban/record';
import { openStores, type StoreInspector } from './stores';
import { type ServiceTopics, servicesOf } from './services-of';

export interface InspectedService extends ServiceTopics {
  /** Its consumer group. */
  readonly group: string;
  readonly store: StoreInspector;
}

/** All services of a city from outside, through Kafka and MongoDB: works when none of them runs. */
export interface CityInspector {
  readonly services: readonly InspectedService[];
  readonly kafka: TopicInspector;
  /** Publishes records; resolves when all are acknowledged. */
  send(records: readonly OutgoingRecord[]): Promise<void>;
  /** The city's time, by which timeouts are due. */
  now(): Date;
  close(): Promise<void>;
}

/** @throws when Kafka or MongoDB does not answer */
export async function inspectCity(
  config: Pick<Config, 'environment' | 'kafka' | 'mongo'>,
  log: KafkaLog,
): Promise<CityInspector> {
  const { topicPrefix, ...reach } = config.kafka;
  const connection = { ...reach, clientId: 'lianban-ops' };
  const kafka = inspectTopics(connection, log);
  const services = servicesOf(await kafka.topics(), topicPrefix);
  const mongo = await openStores(config.mongo.url);
  // The time of a local stack may have been moved.
  const clock = await openClock(mongo, {
    timeTravel: config.environment === 'local',
    mongo: config.mongo,
  });
  return {
    kafka,
    services: services.map((service) => ({
      ...service,
      group: `${topicPrefix}${service.name}`,
      store: mongo.of(`${config.mongo.dbPrefix}${service.name}`),
    })),
    now: clock.now,
    async send(records) {
      const producer = guardedProducer({ connection, log });
      try {
        await producer.send(records);
      } finally {
        await producer.close();
      }
    },
    async close() {
      clock.stop();
      await mongo.close();
    },
  };
}
