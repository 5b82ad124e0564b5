import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkout } from '../folders';
import { topicsOf } from '../topics/topic-list';
import { withChartService, withDatabaseSecret, withDatabaseUser, withTopic, withWorkspace } from './registered';

const text = (file: string) => readFileSync(join(checkout, file), 'utf8');

/** Lines of `after` that are not in `before`, and the other way round. */
const difference = (before: string, after: string) => {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { gone: old.filter((line) => !now.includes(line)), come: now.filter((line) => !old.includes(line)) };
};

test('the topic list keeps its comments, and has the topic with its readers on both sides', () => {
  const before = text('infra/topics.yaml');
  const after = withTopic(before, 'pensions');
  expect(difference(before, after)).toEqual({
    gone: [expect.stringMatching(/^ {4}consumedBy: \[employment, /)],
    come: [expect.stringMatching(/^ {4}consumedBy: \[employment, .*, pensions\]$/), '  pensions.v1:'],
  });
  const names = topicsOf(after).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['pensions.v1', 'pensions.v1.applications.dlt', 'applications.v1.pensions.dlt']),
  );
});

test('the chart runs it, with the gateway calling it and applications hearing it; the rest stays as it is written', () => {
  const before = text('charts/resident-services/values.yaml');
  expect(difference(before, withChartService(before, 'pensions'))).toEqual({
    gone: [
      expect.stringMatching(/^ {4}calls: \[applications, /),
      expect.stringMatching(/^ {4}consumes: \[employment.v1, /),
    ],
    come: [
      expect.stringMatching(/^ {4}calls: \[applications, .*, pensions\]$/),
      expect.stringMatching(/^ {4}consumes: \[employment.v1, .*, pensions.v1\]$/),
      '  pensions:',
    ],
  });
  expect(parse(withChartService(before, 'pensions')).services.pensions).toEqual({ consumes: ['applications.v1'] });
});

test('the example of MongoDB has a user of its own, whose Secret the values beside it name', () => {
  const users = text('charts/examples/site/mongodb.yaml');
  expect(difference(users, withDatabaseUser(users, 'pensions'))).toEqual({
    gone: [],
    come: [
      '    - name: pensions',
      '      roles: [{ name: readWrite, db: pensions }]',
      '      passwordSecretRef: { name: city-pensions }',
      '      scramCredentialsSecretName: city-pensions',
      '      connectionStringSecretName: lianban-pensions-mongo',
    ],
  });
  const secrets = text('charts/examples/site/mongodb-values.yaml');
  expect(difference(secrets, withDatabaseSecret(secrets, 'pensions'))).toEqual({
    gone: [],
    come: ['  pensions: { mongoSecret: lianban-pensions-mongo }'],
  });
});

test('package-lock.json is otherwise as npm wrote it', () => {
  const before = text('package-lock.json');
  const after = withWorkspace(before, 'pensions');
  expect(difference(before, after)).toEqual({
    gone: [],
    come: [
      '    "node_modules/@lianban/pensions": {',
      '      "resolved": "services/departments/pensions",',
      '    "services/departments/pensions": {',
      '      "name": "@lianban/pensions",',
    ],
  });
  expect(withWorkspace(before, 'permits')).toBe(before);
});

test('a list without the pattern is refused, not mangled', () => {
  expect(() => withChartService('services: {}', 'pensions')).toThrow('no place for pensions');
  expect(() => withDatabaseUser('users: []', 'pensions')).toThrow('has no user permits');
  expect(() => withDatabaseSecret('services: {}', 'pensions')).toThrow('does not name permits');
  expect(() => withWorkspace('{ "packages": {} }', 'pensions')).toThrow('npm install writes it anew');
});
