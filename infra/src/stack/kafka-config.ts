/** A fixed id is enough, because every data folder belongs to a cluster of its own. */
export const clusterId = 'bGlhbmJhbi1sb2NhbC1rYQ';

/** The ports of one broker. */
export interface BrokerPorts {
  readonly kafka: number;
  readonly controller: number;
}

/** The other brokers of the cluster, if any, and the advertised port. */
export interface BrokerPlace extends BrokerPorts {
  /** The broker's id, from 1 on. */
  readonly id: number;
  /** The controller port of every broker, ordered by id. */
  readonly controllers: readonly number[];
  /** The port for other brokers, and for clients that must bypass the proxy. */
  readonly direct: number;
  /** The advertised port: its own, unless a proxy stands in front of it. */
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
 * server.properties of a broker that is its own controller. The voters are static, so that a formatted data folder can be
 * used on other ports later.
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
    // A killed broker can rejoin only after the session of its former process has expired at the controller.
    'broker.session.timeout.ms': '5000',
    'broker.heartbeat.interval.ms': '1000',
    'share.coordinator.state.topic.replication.factor': copies,
    'share.coordinator.state.topic.min.isr': sure,
  })
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}
