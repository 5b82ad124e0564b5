import type { StackPorts } from './ports';

/** Any fixed value will do: every folder of data belongs to a cluster of one. */
export const clusterId = 'bGlhbmJhbi1sb2NhbC1rYQ';

/**
 * server.properties of a broker that is its own controller. The voters are given statically, so that data formatted
 * once can be served on other ports later.
 */
export function kafkaConfig(ports: StackPorts, dataFolder: string): string {
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${ports.controller}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    listeners: `PLAINTEXT://127.0.0.1:${ports.kafka},CONTROLLER://127.0.0.1:${ports.controller}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${ports.kafka}`,
    'log.dirs': dataFolder,
    'auto.create.topics.enable': 'false',
    'group.initial.rebalance.delay.ms': '0',
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '10',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'transaction.state.log.num.partitions': '2',
    // A killed broker is let back in only when the controller has given up on its former self.
    'broker.session.timeout.ms': '5000',
    'broker.heartbeat.interval.ms': '1000',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
  })
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}
