/** Any fixed value will do: every folder of data belongs to a cluster of its own. */
export const clusterId = 'bGlhbmJhbi1sb2NhbC1rYQ';

/** Where one broker listens. */
export interface BrokerPorts {
  readonly kafka: number;
  readonly controller: number;
}

/** What a broker knows of the others, when it is not alone, and how clients are told to reach it. */
export interface BrokerPlace extends BrokerPorts {
  /** From 1 on. */
  readonly id: number;
  /** Every broker's controller port, by id from 1 on. */
  readonly controllers: readonly number[];
  /** For other brokers and for whoever must not pass through a wire. */
  readonly direct: number;
  /** Where clients are told to come; its own port unless a wire lies between. */
  readonly advertised: number;
}

const aloneAt = (ports: BrokerPorts): BrokerPlace => ({
  ...ports,
  id: 1,
  controllers: [ports.controller],
  direct: 0,
  advertised: ports.kafka,
});

/**
 * server.properties of a broker that is its own controller. The voters are given statically, so that data formatted
 * once can be served on other ports later.
 */
export function kafkaConfig(ports: BrokerPorts | BrokerPlace, dataFolder: string): string {
  const { id, kafka, controller, controllers, direct, advertised } = 'id' in ports ? ports : aloneAt(ports);
  const on = (name: string, port: number) => `${name}://127.0.0.1:${port}`;
  const copies = String(controllers.length);
  const sure = String(Math.min(2, controllers.length));
  const listeners = [on('PLAINTEXT', kafka), ...(direct ? [on('DIRECT', direct)] : []), on('CONTROLLER', controller)];
  const told = [on('PLAINTEXT', advertised), ...(direct ? [on('DIRECT', direct)] : [])];
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': String(id),
    'controller.quorum.voters': controllers.map((port, i) => `${i + 1}@127.0.0.1:${port}`).join(','),
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,DIRECT:PLAINTEXT',
    listeners: listeners.join(','),
    'advertised.listeners': told.join(','),
    ...(direct ? { 'inter.broker.listener.name': 'DIRECT' } : {}),
    'log.dirs': dataFolder,
    'auto.create.topics.enable': 'false',
    'group.initial.rebalance.delay.ms': '0',
    'offsets.topic.replication.factor': copies,
    'offsets.topic.num.partitions': '10',
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': sure,
    'transaction.state.log.num.partitions': '2',
    // A killed broker is let back in only when the controller has given up on its former self.
    'broker.session.timeout.ms': '5000',
    'broker.heartbeat.interval.ms': '1000',
    'share.coordinator.state.topic.replication.factor': copies,
    'share.coordinator.state.topic.min.isr': sure,
  })
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}
