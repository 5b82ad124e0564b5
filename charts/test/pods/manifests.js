/* global structuredClone */
// What the chart renders, turned into pods that run side by side on one machine.
const { execFileSync } = require('node:child_process');
const { join, resolve } = require('node:path');
const { parseAllDocuments } = require('yaml');

const chart = join(resolve(__dirname, '../../..'), 'charts', 'resident-services');

/** The Deployments for these values by the name of their service, as helm writes them. */
function render({ kafkaBrokers, prefix, repository, tag }) {
  const values = [
    `kafka.brokers={${kafkaBrokers}}`,
    `kafka.topicPrefix=${prefix}`,
    `mongo.dbPrefix=${prefix}`,
    `image.repository=${repository}`,
    `image.tag=${tag}`,
    'image.pullPolicy=Never',
    'services.gateway.settings.TOKEN_ISSUER=lianban-test',
    // A few people do here what many do elsewhere.
    'services.gateway.settings.RATE_PERSON_PER_MINUTE=1000000',
    'services.gateway.settings.RATE_ADDRESS_PER_MINUTE=1000000',
  ].flatMap((each) => ['--set', each]);
  const minimal = ['-f', join(chart, 'values', 'minimal.yaml'), '--set', 'together.enabled=false'];
  const text = execFileSync('helm', ['template', 'pods', chart, ...minimal, ...values], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const deployments = parseAllDocuments(text)
    .map((each) => each.toJS())
    .filter((each) => each?.kind === 'Deployment');
  return new Map(deployments.map((each) => [each.spec.template.spec.containers[0].name, each]));
}

/**
 * A copy of a Deployment's pod as it is rendered, but for what only a cluster has: the network is the machine's, so each
 * copy has ports of its own; Secrets are filled in; probes and the hook before the end are the test's to play, as kubelets do.
 * @param given values of environment variables, instead of the rendered ones
 */
function podOf(deployment, copy, ports, given) {
  const { metadata, spec } = structuredClone(deployment.spec.template);
  const [container] = spec.containers;
  const own = ports(container.name, copy);
  const told = { ...given, HEALTH_PORT: own.health, GRPC_PORT: own.main, HTTP_PORT: own.main };
  container.env = container.env.map(({ name, value }) => {
    if (name === 'SERVICE_ADDRESSES')
      return { name, value: value.replace(/([\w-]+)=[^,]+/g, (_, peer) => `${peer}=127.0.0.1:${ports(peer, 0).main}`) };
    return { name, value: String(told[name] ?? value) };
  });
  const probes = {
    startup: container.startupProbe,
    readiness: container.readinessProbe,
    liveness: container.livenessProbe,
    preStopSeconds: container.lifecycle.preStop.sleep.seconds,
    graceSeconds: spec.terminationGracePeriodSeconds,
    minReadySeconds: deployment.spec.minReadySeconds,
  };
  container.ports = [];
  for (const key of ['lifecycle', 'startupProbe', 'readinessProbe', 'livenessProbe']) delete container[key];
  delete spec.topologySpreadConstraints;
  const name = `${deployment.metadata.name}-${copy}`;
  return {
    own,
    probes,
    pod: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { ...metadata, name },
      spec: { ...spec, hostNetwork: true, restartPolicy: 'Never' },
    },
  };
}

/** Kafka and MongoDB, one of each, on ports of this machine. */
function serverPods({ kafka, mongo }, images) {
  const pod = (name, container) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `pods-${name}` },
    spec: {
      hostNetwork: true,
      restartPolicy: 'Never',
      containers: [{ name, imagePullPolicy: 'IfNotPresent', ...container }],
    },
  });
  const env = {
    KAFKA_NODE_ID: '1',
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_LISTENERS: `PLAINTEXT://127.0.0.1:${kafka},CONTROLLER://127.0.0.1:${kafka + 1}`,
    KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${kafka}`,
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    KAFKA_CONTROLLER_QUORUM_VOTERS: `1@127.0.0.1:${kafka + 1}`,
    KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '10',
    KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
    KAFKA_HEAP_OPTS: '-Xmx512m',
  };
  return {
    kafka: pod('kafka', { image: images.kafka, env: Object.entries(env).map(([name, value]) => ({ name, value })) }),
    mongo: pod('mongo', {
      image: images.mongo,
      args: ['--replSet', 'rs0', '--port', String(mongo), '--wiredTigerCacheSizeGB', '0.5'],
    }),
  };
}

module.exports = { podOf, render, serverPods };
