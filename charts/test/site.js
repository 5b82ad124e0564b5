// Holds what a site has beside the chart (charts/examples/site) against what the chart renders for values/production.yaml.
// What needs no rendering is in infra/test/site-examples.unit.test.ts.
//
//   site.js FILE
const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { test } = require('node:test');
const { parseAllDocuments } = require('yaml');

const resourcesIn = (file) =>
  parseAllDocuments(readFileSync(file, 'utf8')).flatMap((document) => document.toJS() ?? []);
const site = (file) => resourcesIn(join(resolve(__dirname, '..'), 'examples', 'site', file));
const rendered = resourcesIn(process.argv[2]);
const of = (kind, resources = rendered) => resources.filter((each) => each.kind === kind);
const named = (kind, name) => of(kind).find(({ metadata }) => metadata.name === name);

const [kafka] = of('Kafka', site('kafka.yaml'));
const [rollout] = of('Rollout', site('gateway-rollout.yaml'));
const [scaler] = of('HorizontalPodAutoscaler', site('gateway-rollout.yaml'));

test('every service that stores is a user of Kafka, known as its listener asks and authorised as its brokers do', () => {
  const storing = of('Deployment').filter(({ spec }) =>
    spec.template.spec.containers.some(({ env = [] }) => env.some(({ name }) => name === 'MONGO_URL')),
  );
  const names = (resources) => resources.map(({ metadata }) => metadata.name).sort();
  assert.notEqual(storing.length, 0);
  const isOutside = ({ metadata }) => metadata.labels['app.kubernetes.io/component'] === 'outside-department';
  assert.deepEqual(names(of('KafkaUser').filter((user) => !isOutside(user))), names(storing));
  assert.notEqual(of('KafkaUser').filter(isOutside).length, 0);
  const [{ authentication }] = kafka.spec.kafka.listeners;
  for (const { spec } of of('KafkaUser'))
    assert.deepEqual(
      [spec.authentication.type, spec.authorization.type],
      [authentication.type, kafka.spec.kafka.authorization.type],
    );
});

test('there are as many brokers as a topic wants copies, and the brokers’ own defaults are the same', () => {
  const brokers = of('KafkaNodePool', site('kafka.yaml')).find(({ spec }) => spec.roles.includes('broker'));
  assert.notEqual(of('KafkaTopic').length, 0);
  for (const { spec } of of('KafkaTopic')) {
    assert.ok(brokers.spec.replicas >= spec.replicas);
    assert.equal(kafka.spec.kafka.config['default.replication.factor'], spec.replicas);
    assert.equal(kafka.spec.kafka.config['min.insync.replicas'], spec.config['min.insync.replicas']);
  }
});

test('the canary takes its pods from the Deployment of the gateway', () => {
  const gateway = named('Deployment', rollout.spec.workloadRef.name);
  assert.deepEqual(rollout.spec.selector, gateway.spec.selector);
  assert.equal(rollout.spec.minReadySeconds, gateway.spec.minReadySeconds);
});

test('the canary is scaled as the chart scales the Deployment', () => {
  const own = named('HorizontalPodAutoscaler', rollout.spec.workloadRef.name);
  const { apiVersion, metadata } = rollout;
  assert.deepEqual(scaler.spec, { ...own.spec, scaleTargetRef: { apiVersion, kind: 'Rollout', name: metadata.name } });
});
