import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { channelsOf, impliedByDepartment, impliedByPerforming, outsideDepartments } from '@lianban/manifest';
import { messageTypeRegistry } from '@lianban/protos';
import { type ServiceSpec, readConfig } from '@lianban/runtime';
import { checkout } from '../src/folders';
import { cityServices } from '../src/services/city-services';
import { declaredFiles } from '../src/services/declared-files';
import { deployables, folderOf } from '../src/services/deployables';
import { cityTopics } from '../src/topics/city-topics';
import { topicsOf } from '../src/topics/topic-list';

// Topics, access lists, network policies and the description of events are made of the manifests: these hold them to the code.
const services = cityServices();
const declared = new Map(services.map((service) => [service.name, service]));
const departments = services.filter(({ kind }) => kind === 'department').map(({ name }) => name);

/** What a service is made of, as it would start with the local stack's settings; undefined for those without a store. */
function partsOf(name: string) {
  const file = join(checkout, folderOf(name), 'src', 'service.ts');
  if (!existsSync(file)) return undefined;
  const specs = Object.values(jest.requireActual<Record<string, ServiceSpec<unknown>>>(file));
  const spec = specs.find((each) => typeof each?.compose === 'function');
  return spec?.compose(spec.settings?.parse({}), readConfig({ REQUESTS_HEARD_ON: 'own' }));
}

/** Full names of the messages a service takes from a topic. */
const takenBy = (name: string, topic: string): string[] => {
  const subscription = partsOf(name)?.subscriptions?.find((each) => each.topic === topic);
  return (subscription?.handlers ?? []).map(({ type }) => type.$type).toSorted();
};

test('exactly the services that can be started have a manifest', () => {
  expect([...declared.keys()].toSorted()).toEqual(deployables());
});

test.each(deployables().filter((name) => partsOf(name)))(
  '%s publishes, hears and asks what its manifest says',
  (name) => {
    const parts = partsOf(name)!;
    const projected = (parts.projections ?? []).flatMap(({ topics }) => topics.map(({ topic }) => topic));
    const heard = [...(parts.subscriptions ?? []).map(({ topic }) => topic), ...projected];
    const said = [parts.topic, ...declared.get(name)!.requests.map(({ topic }) => topic)];
    const hears = heard.filter((topic) => !said.includes(topic));
    const asks = [...Object.values(parts.requests ?? {}).map(({ peer }) => peer), ...(parts.asks ?? [])];
    const manifest = declared.get(name)!;

    expect(manifest.kind).not.toBe('edge');
    expect(manifest.publishes).toEqual([parts.topic]);
    expect(manifest.hears.toSorted()).toEqual([...new Set(hears)].toSorted());
    expect(manifest.projections).toBe(parts.projections !== undefined);
    expect(manifest.calls.toSorted()).toEqual([...new Set(asks)].toSorted());
  },
);

test('every department that pays again and again hears of deaths, and nobody else does among them', () => {
  const pays = (name: string) => partsOf(name)!.aggregates.some(({ name: kept }) => kept === 'entitlements');
  const told = ['public_security.v1.DeathCorrected', 'public_security.v1.DeathRegistered'];
  const hearing = (name: string) => told.every((each) => takenBy(name, 'public-security.v1').includes(each));
  expect(departments.filter(pays)).toContain('social-assistance');
  expect(departments.filter(hearing)).toEqual(departments.filter(pays));
});

test('the gateway calls every service of the city, and the desk of every department', () => {
  const called = declared.get('gateway')!.calls.filter((name) => declared.get(name)?.kind !== 'edge');
  const behind = services.filter(({ kind }) => kind !== 'edge').map(({ name }) => name);
  expect(called.toSorted()).toEqual(behind.toSorted());
  expect(called).toEqual(expect.arrayContaining(['applications', 'residents', 'permits']));
});

test('what departments announce is what applications takes from them, and the other way round', () => {
  expect(departments).toContain('permits');
  // What recurs, departments tell whoever pays it.
  const ofCases = impliedByDepartment().announces.filter((name) => !name.startsWith('entitlements.v1.'));
  expect(ofCases.toSorted()).toEqual(takenBy('applications', 'permits.v1'));
  const topic = 'applications.requests.permits.v1';
  const asked = declared.get('applications')!.requests.find((each) => each.topic === topic)!.messages;
  expect(asked.toSorted()).toEqual(takenBy('permits', topic));
});

test('what a city service that performs steps announces is what applications takes from one', () => {
  const { serviceHandlers } = jest.requireActual<{ serviceHandlers: readonly { type: { $type: string } }[] }>(
    join(checkout, folderOf('applications'), 'src', 'step-handlers.ts'),
  );
  const taken = serviceHandlers.map(({ type }) => type.$type);
  expect(impliedByPerforming().announces.toSorted()).toEqual(taken.toSorted());
});

test('applications reads the catalogue file of every department, and of every city service that performs steps', () => {
  const { reads } = declaredFiles('applications');
  const there = globSync('services/{{,departments/}*/catalogue.yaml,outside/*.yaml}', { cwd: checkout }).map((file) =>
    join(checkout, file),
  );
  expect(there.length).toBeGreaterThan(0);
  expect(reads).toEqual(expect.arrayContaining(there));
});

test('the messages of every contract of events are on the topic of their service', () => {
  const packages = globSync('*/v1/events.proto', { cwd: join(checkout, 'protos') }).map(
    (file) => file.split('/', 1)[0]!,
  );
  const described = channelsOf(services).flatMap(({ messages }) => messages);
  expect(packages).toContain('social_assistance');
  expect(packages.filter((name) => !described.some((message) => message.startsWith(`${name}.v1.`)))).toEqual([]);
  expect(described.filter((message) => !messageTypeRegistry.has(message))).toEqual([]);
});

test('the chart makes topics as the local stack does', () => {
  const { topics } = parse(readFileSync(join(checkout, 'charts', 'resident-services', 'values.yaml'), 'utf8'));
  expect(topics).toMatchObject(cityTopics().defaults);
  // Its templates make one of each service that stores, of each outside department, and of what each is asked.
  const outsiders = outsideDepartments().map(({ department }) => department);
  const storing = services.filter(({ kind }) => kind !== 'edge').map(({ name }) => name);
  const performers = services.filter(({ performs }) => performs).map(({ name }) => name);
  const asked = [...departments, ...performers, ...outsiders].map((name) => `applications.requests.${name}`);
  const all = [...storing, ...outsiders, ...asked].map((name) => `${name}.v1`);
  expect(Object.keys(cityTopics().topics).toSorted()).toEqual(all.toSorted());
});

test('while an upgrade brings topics of requests, departments keep those of their dead letters beside them', () => {
  const names = (list: ReturnType<typeof cityTopics>) => topicsOf(list).map(({ name }) => name);
  expect(names(cityTopics(checkout, 'shared'))).toEqual(
    expect.arrayContaining([...names(cityTopics()), 'applications.v1.permits.dlt']),
  );
});
