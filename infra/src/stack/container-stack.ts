import { messageOf } from '../problem';
import type { Images } from './images';
import { readyKafka } from './kafka-ready';
import { freePorts } from './ports';
import { readyReplicaSet, replicaSetName } from './replica-set';
import type { RunningStack } from './stack';

/** The image reads KAFKA_FOO_BAR=x as foo.bar=x in server.properties. */
function kafkaEnvironment(advertised: string): Record<string, string> {
  return {
    KAFKA_NODE_ID: '1',
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
    KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${advertised}`,
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
    KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '10',
    KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
    KAFKA_HEAP_OPTS: '-Xmx512m',
  };
}

/**
 * A stack for one test run in containers. The ports on the host are chosen beforehand, because a broker needs its advertised
 * address at its start.
 * @throws the engine's error when they cannot be started; containers started before are then stopped.
 */
export async function containerStack(images: Images): Promise<RunningStack> {
  const { GenericContainer, getContainerRuntimeClient, Wait } = await import('testcontainers');
  const reached = (await getContainerRuntimeClient()).info.containerRuntime.host;
  const host = reached === 'localhost' ? '127.0.0.1' : reached;
  const [kafkaPort = 0, mongoPort = 0] = await freePorts(2);
  const kafkaBrokers = `${host}:${kafkaPort}`;
  const starting = [
    new GenericContainer(images.kafka)
      .withEnvironment(kafkaEnvironment(kafkaBrokers))
      .withExposedPorts({ container: 9092, host: kafkaPort })
      .withWaitStrategy(Wait.forListeningPorts())
      .start(),
    new GenericContainer(images.mongo)
      .withCommand(['--replSet', replicaSetName, '--port', '27017', '--wiredTigerCacheSizeGB', '0.5'])
      .withExposedPorts({ container: 27017, host: mongoPort })
      .withWaitStrategy(Wait.forListeningPorts())
      .start(),
  ];
  const stop = async () => {
    const settled = await Promise.allSettled(starting);
    await Promise.all(settled.map((one) => (one.status === 'fulfilled' ? one.value.stop({ timeout: 0 }) : undefined)));
  };
  try {
    await Promise.all(starting);
    await Promise.all([
      readyKafka(kafkaBrokers),
      readyReplicaSet(`${host}:${mongoPort}`, { member: '127.0.0.1:27017' }),
    ]);
  } catch (error) {
    await stop();
    throw new Error(`the containers did not start: ${messageOf(error)}`, { cause: error });
  }
  // The member's host name is unknown outside of its container, so the client must not use it.
  return { kafkaBrokers, mongoUrl: `mongodb://${host}:${mongoPort}/?directConnection=true`, stop };
}
