import { accessOf, sentenceOf } from './access-lists';
import { outsideDepartments } from '@lianban/manifest';
import { cityServices } from '../services/city-services';
import { servicePorts } from '../services/service-ports';
import { cityTopics } from './city-topics';
import { parseTopicList } from './topic-list';

const defaults = 'defaults: { partitions: 6, retention: 14d, deadLetterRetention: 60d }';
const pattern = 'city-{service}';

test('a service may write its topic, read what it declares, write dead letters and join its group', () => {
  const list = `${defaults}\ntopics: { permits.v1: {}, applications.v1: { consumedBy: [permits] } }`;
  expect(accessOf(parseTopicList(list), { pattern, prefix: 'z-' }).map(sentenceOf)).toEqual([
    'city-permits may write topic z-permits.v1',
    'city-permits may describe topic z-permits.v1',
    'city-applications may write topic z-applications.v1',
    'city-applications may describe topic z-applications.v1',
    'city-applications may read topic z-applications.v1.permits.dlt',
    'city-applications may describe topic z-applications.v1.permits.dlt',
    'city-applications may read group z-applications-dead-letters',
    'city-applications may describe group z-applications-dead-letters',
    'city-permits may read topic z-applications.v1',
    'city-permits may describe topic z-applications.v1',
    'city-permits may write topic z-applications.v1.permits.dlt',
    'city-permits may describe topic z-applications.v1.permits.dlt',
    'city-permits may read group z-permits',
    'city-permits may describe group z-permits',
  ]);
});

test('a service that keeps read models may read its own topic, in groups named after its own', () => {
  const list = `${defaults}\ntopics: { applications.v1: { projectedBy: [applications] } }`;
  expect(accessOf(parseTopicList(list), { pattern, prefix: 'z-' }).map(sentenceOf)).toEqual([
    'city-applications may write topic z-applications.v1',
    'city-applications may describe topic z-applications.v1',
    'city-applications may read topic z-applications.v1',
    'city-applications may read group z-applications.…',
    'city-applications may describe group z-applications.…',
  ]);
});

test('no service may write the topic of another, and no permission is granted twice', () => {
  const all = accessOf(cityTopics(), { pattern });
  const writers = all.filter(({ operation, name }) => operation === 'write' && name.endsWith('.v1'));
  const isOwn = ({ user, name }: (typeof writers)[number]) => name.startsWith(`${user.replace('city-', '')}.`);
  expect(writers.filter((each) => !isOwn(each))).toEqual([]);
  const speaking = servicePorts(cityServices(), 0).filter(({ grpc }) => grpc !== undefined);
  const toAll = writers.map(({ name }) => name).filter((name) => !name.includes('.requests.'));
  const names = [...speaking.map(({ name }) => name), ...outsideDepartments().map(({ department }) => department)];
  expect(toAll.toSorted()).toEqual(names.map((name) => `${name}.v1`).toSorted());
  expect(new Set(all.map(sentenceOf)).size).toBe(all.length);
});

test('what is asked of one service no other may read, nor that others are asked', () => {
  const all = accessOf(cityTopics(), { pattern });
  const readers = (topic: string) =>
    all.filter(({ operation, name }) => operation === 'read' && name === topic).map(({ user }) => user);
  expect(readers('applications.requests.permits.v1')).toEqual(['city-permits', 'city-applications']);
  expect(readers('applications.v1')).toEqual(['city-notifications', 'city-applications']);
});

test('dead letters are read by who wrote the records and written by who could not take them, and by nobody else', () => {
  const letters = accessOf(cityTopics(), { pattern }).filter(
    ({ name, operation }) => name.endsWith('.dlt') && operation !== 'describe',
  );
  const told = letters.map(({ name, user, operation }) => {
    const [, sender, listener] = /^([\w-]+)(?:\.requests\.[\w-]+)?\.v1\.([\w-]+)\.dlt$/.exec(name)!;
    return user === `city-${operation === 'read' ? sender : listener}`;
  });
  expect(letters.some(({ operation }) => operation === 'read')).toBe(true);
  expect(told).toEqual(letters.map(() => true));
});

test('one user for all is refused', () => {
  expect(() => accessOf(parseTopicList(defaults), { pattern: 'lianban' })).toThrow('has no {service}');
});
