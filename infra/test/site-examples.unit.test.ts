import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { type Metric, metricTable, prometheusName } from '@lianban/telemetry';
import { readConfig } from '@lianban/runtime';
import { checkout } from '../src/folders';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- resources of many kinds, each read in one test
type Resource = any;

const charts = join(checkout, 'charts');
const text = (...path: string[]) => readFileSync(join(charts, ...path), 'utf8');
const site = (file: string): Resource[] => parseAllDocuments(text('examples', 'site', file)).map((each) => each.toJS());
const ofKind = (kind: string, resources: Resource[]): Resource[] => resources.filter((each) => each?.kind === kind);

const defaults: Resource = parse(text('resident-services', 'values.yaml'));
const production: Resource = parse(text('resident-services', 'values', 'production.yaml'));
const namespace = 'lianban';
const inNamespace = (name: string) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
});
const storing = Object.keys(defaults.services).filter((name) => defaults.services[name].stores !== false);

describe('the Kafka of the production example', () => {
  const resources = site('kafka.yaml');
  const [kafka] = ofKind('Kafka', resources);
  const pools = ofKind('KafkaNodePool', resources);
  const { listeners, config } = kafka.spec.kafka;

  test('has the address, port and authority that the values name', () => {
    const { name, namespace: where } = kafka.metadata;
    expect(production.topics.strimzi.cluster).toBe(name);
    expect(production.kafka.brokers).toEqual([`${name}-kafka-bootstrap.${where}.svc:${listeners[0].port}`]);
    expect(production.kafka.tls).toMatchObject({ enabled: listeners[0].tls, caSecret: `${name}-cluster-ca-cert` });
    expect(text('examples', 'site', 'kafka.yaml')).toContain(`get secret ${production.kafka.tls.caSecret} `);
    expect(production.networkPolicy.kafkaTo).toEqual([inNamespace(where)]);
  });

  test('admits the services, signed in as the values say', () => {
    expect(listeners).toHaveLength(1);
    expect(production.kafka.sasl.mechanism.toLowerCase()).toBe(listeners[0].authentication.type);
    expect(listeners[0].networkPolicyPeers).toContainEqual(inNamespace(namespace));
  });

  test('creates the passwords where pods read them', () => {
    const { topicOperator, userOperator } = kafka.spec.entityOperator;
    const where = production.topics.strimzi.namespace ?? namespace;
    expect([topicOperator.watchedNamespace, userOperator.watchedNamespace, where]).toEqual(Array(3).fill(namespace));
  });

  test('is one cluster, and creates no topic by itself', () => {
    expect(pools.map(({ metadata }) => metadata.labels['strimzi.io/cluster'])).toEqual(['city', 'city']);
    expect(config['auto.create.topics.enable']).toBe(false);
  });
});

describe('the MongoDB of the production example', () => {
  const resources = site('mongodb.yaml');
  const [set] = ofKind('MongoDBCommunity', resources);
  const [certificate] = ofKind('Certificate', resources);
  const values: Resource = parse(text('examples', 'site', 'mongodb-values.yaml'));

  test('has a user for each service with a database, by the Secret the values name, for that database only', () => {
    const users: Resource[] = set.spec.users;
    expect(
      users.map(({ name, roles, connectionStringSecretName }) => [name, roles, connectionStringSecretName]),
    ).toEqual(storing.map((name) => [name, [{ name: 'readWrite', db: name }], values.services[name].mongoSecret]));
    expect(new Set(users.map((user) => user.connectionStringSecretNamespace))).toEqual(new Set([namespace]));
    expect(values.networkPolicy.mongoTo).toEqual([inNamespace(set.metadata.namespace)]);
  });

  test('loses a member without losing a write', () => {
    expect(set.spec).toMatchObject({ type: 'ReplicaSet', members: 3 });
  });

  test('has an address that production accepts', () => {
    // The address as MongoDB's operator writes it.
    const { tls } = set.spec.security;
    const options = new URLSearchParams({
      replicaSet: 'city',
      ssl: tls.enabled,
      ...set.spec.additionalConnectionStringConfig,
    });
    const host = `city-0.city-svc.${set.metadata.namespace}.svc.cluster.local`;
    const url = `mongodb://permits:word@${host}:27017/admin?${options}`;
    expect(() => readConfig({ REQUIRE_TLS: 'true', MONGO_URL: url })).not.toThrow();
    expect(options.get('tlsCAFile')).toBe(`/etc/lianban/mongo-ca/${defaults.mongo.caKey}`);
    expect(text('resident-services', 'templates', 'deployments.yaml')).toContain('mountPath: /etc/lianban/mongo-ca,');
    // The Secret with the authority is copied by hand, as the example says.
    expect(text('examples', 'site', 'mongodb.yaml')).toContain(`{name: "${values.mongo.caSecret}"}`);
    expect(certificate.spec.secretName).toBe(tls.certificateKeySecretRef.name);
    expect(certificate.spec.dnsNames).toEqual([host.replace('city-0', '*')]);
  });
});

describe('the canary rollout of the production example', () => {
  const resources = site('gateway-rollout.yaml');
  const [rollout] = ofKind('Rollout', resources);
  const [analysis] = ofKind('AnalysisTemplate', resources);

  test('is for the gateway only, and for no service that consumes topics', () => {
    expect(ofKind('Rollout', resources)).toHaveLength(1);
    expect(rollout.metadata).toEqual({ name: 'lianban-gateway', namespace });
    expect(defaults.services.gateway.consumes ?? []).toEqual([]);
  });

  test('is scaled by nothing else', () => {
    const values: Resource = parse(text('examples', 'site', 'gateway-rollout-values.yaml'));
    expect(values.services.gateway.autoscaling).toEqual({ hpa: { enabled: false }, elsewhere: true });
  });

  test('is judged by metrics that the gateway exports, of the new copies only', () => {
    const requests: Metric = metricTable.requests;
    const names = ['bucket', 'count'].map((end) => `${prometheusName(requests)}_${end}`);
    const labels = ['pod', 'le', ...requests.attributes.map((attribute) => attribute.replaceAll('.', '_'))];
    expect(analysis.metadata.name).toBe(rollout.spec.strategy.canary.analysis.templates[0].templateName);
    for (const { provider } of analysis.spec.metrics) {
      const query = provider.prometheus.query.replaceAll('{{args.canary-hash}}', 'hash');
      const series = [...query.matchAll(/(\w+)\{([^}]*)\}/g)];
      expect(series).toHaveLength(2);
      for (const [, name, inside] of series) {
        expect(names).toContain(name);
        expect(inside).toContain('pod=~"lianban-gateway-hash-.*"');
        expect([...inside.matchAll(/(\w+)=/g)].filter(([, label]) => !labels.includes(label!))).toEqual([]);
      }
    }
  });
});
