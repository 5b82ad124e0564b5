import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type ServiceSpec, readConfig } from '@lianban/runtime';
import { checkout } from '../src/folders';
import { deployables, folderOf } from '../src/services/deployables';
import { topicListFile } from '../src/topics/topic-list';

interface Declared {
  readonly kind: 'http' | 'grpc';
  readonly stores: boolean;
  readonly calls: readonly string[];
  readonly consumes: readonly string[];
}

// Network policies, access lists and the topics of a deployment are made of these declarations.
const values = parse(readFileSync(join(checkout, 'charts', 'resident-services', 'values.yaml'), 'utf8'));
const declared = Object.fromEntries(
  Object.entries(values.services as Record<string, Partial<Declared>>).map(([name, own]): [string, Declared] => [
    name,
    { ...values.serviceDefaults, ...own },
  ]),
);

/** What a service is made of, as it would start with the local stack's settings; undefined for those without a store. */
function partsOf(name: string) {
  const file = join(checkout, folderOf(name), 'src', 'service.ts');
  if (!existsSync(file)) return undefined;
  const specs = Object.values(jest.requireActual<Record<string, ServiceSpec<unknown>>>(file));
  const spec = specs.find((each) => typeof each?.compose === 'function');
  return spec?.compose(spec.settings?.parse({}), readConfig({}));
}

const departments = Object.keys(declared).filter((name) => declared[name]!.consumes.includes('applications.v1'));

test('the chart runs exactly the services that can be started', () => {
  expect(Object.keys(declared).toSorted()).toEqual(deployables());
});

test.each(deployables().filter((name) => partsOf(name)))('%s declares what it hears, asks and stores', (name) => {
  const parts = partsOf(name)!;
  const hears = (parts.subscriptions ?? []).map(({ topic }) => topic);
  const asks = Object.values(parts.requests ?? {}).map(({ peer }) => peer);

  expect(declared[name]).toMatchObject({ kind: 'grpc', stores: true });
  expect(declared[name]!.consumes.toSorted()).toEqual([...new Set(hears)].toSorted());
  expect(declared[name]!.calls.toSorted()).toEqual([...new Set(asks)].toSorted());
});

test('the gateway declares that it calls applications, residents and the desk of every department', () => {
  const called = declared['gateway']!.calls.filter((name) => declared[name]?.kind === 'grpc');
  expect(declared['gateway']).toMatchObject({ kind: 'http', stores: false });
  expect(called.toSorted()).toEqual(['applications', 'residents', ...departments].toSorted());
});

test('the topics that follow from the declarations are those of the list', () => {
  const stored = Object.keys(declared).filter((name) => declared[name]!.stores);
  const readersOf = (topic: string) => Object.keys(declared).filter((name) => declared[name]!.consumes.includes(topic));
  const followed = stored.map((name): [string, string[]] => [`${name}.v1`, readersOf(`${name}.v1`).toSorted()]);
  const list = parse(readFileSync(topicListFile, 'utf8'));
  const listed = Object.entries<{ consumedBy?: string[] }>(list.topics).map(([topic, { consumedBy = [] }]) => [
    topic,
    consumedBy.toSorted(),
  ]);

  expect(Object.fromEntries(followed)).toEqual(Object.fromEntries(listed));
  const { partitions, retention, deadLetterRetention } = values.topics;
  expect({ partitions, retention, deadLetterRetention }).toEqual(list.defaults);
});
