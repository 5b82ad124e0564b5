import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../folders';
import { cityTopics } from './city-topics';
import { parseTopicList, readTopicList, topicsOf } from './topic-list';

const day = 86_400_000;
const defaults = 'defaults: { partitions: 6, retention: 14d, deadLetterRetention: 60d }';

/** By the folders, independent of the manifests. */
const departments = readdirSync(join(checkout, 'services', 'departments'));

/** The departments that pay again and again. */
const hearDeaths = ['elderly-care', 'health', 'social-assistance', 'social-security', 'social-welfare'];

test('the city has a topic for each publisher, and dead letters for every consuming group', () => {
  expect(departments).toContain('permits');
  const services = ['applications', 'residents', ...departments];
  const isTheirs = (topic: string) =>
    topic.split(/\.requests\.|\.v1(?:\.dlt)?\.?|\.dlt$/).every((part) => ['', ...services].includes(part));
  const all = topicsOf(cityTopics());
  const names = all.map(({ name }) => name);
  // Another city service, and an outside department, have topics of their own.
  expect(names.filter(isTheirs).toSorted()).toEqual(
    [
      ...['applications.v1', 'residents.v1'],
      ...[...hearDeaths, 'residents'].map((name) => `public-security.v1.${name}.dlt`),
      // What residents are offered after.
      'social-welfare.v1.residents.dlt',
      ...departments.flatMap((name) => [`${name}.v1`, `${name}.v1.applications.dlt`]),
      ...departments.flatMap((name) => [
        `applications.requests.${name}.v1`,
        `applications.requests.${name}.v1.${name}.dlt`,
      ]),
    ].toSorted(),
  );
});

test('a broker on a laptop has at most 200 partitions, also while departments change over', () => {
  for (const heardOn of ['own', 'shared'] as const) {
    const partitions = topicsOf(cityTopics(checkout, heardOn)).map((each) => each.partitions);
    expect(partitions.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(200);
  }
});

test('dead letters have one partition and a retention of their own', () => {
  const [topic, deadLetters] = topicsOf(
    parseTopicList(`${defaults}\ntopics: { permits.v1: { partitions: 3, retention: 7d, consumedBy: [applications] } }`),
    't1-',
  );
  expect(topic).toEqual({
    name: 't1-permits.v1',
    partitions: 3,
    config: { 'cleanup.policy': 'delete', 'retention.ms': String(7 * day) },
  });
  expect(deadLetters).toMatchObject({ name: 't1-permits.v1.applications.dlt', partitions: 1 });
  expect(deadLetters?.config['retention.ms']).toBe(String(60 * day));
});

test.each([
  ['a topic without a version', 'permits: {}', 'at topics.permits'],
  ['no partitions', 'permits.v1: { partitions: 0 }', 'partitions'],
  ['a retention in hours', 'permits.v1: { retention: 24h }', 'a number of days'],
  ['a setting nobody knows', 'permits.v1: { replicas: 3 }', 'replicas'],
])('%s is refused with its place', (_, topics, complaint) => {
  expect(() => parseTopicList(`${defaults}\ntopics: { ${topics} }`, 'topics.yaml')).toThrow(
    new RegExp(`^topics.yaml is not valid[^]*${complaint}`),
  );
});

test('a list that is not there is named', () => {
  expect(() => readTopicList('/no/such/list.yaml')).toThrow('the topic list /no/such/list.yaml cannot be read');
});
