import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncApi, loadServices, loadSpeakers, outsideDepartments } from '@lianban/manifest';
import { accessOf, sentenceOf } from '../topics/access-lists';
import { cityTopics } from '../topics/city-topics';
import { topicsOf } from '../topics/topic-list';

const root = mkdtempSync(join(tmpdir(), 'outside-'));
afterAll(() => rmSync(root, { recursive: true }));
const write = (file: string, text: string): string => {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), text);
  return join(root, file);
};
const water = `department: water-works
topic: water-works.v1
name: { zh: 自来水公司, en: Water works }
complaints: { zh: 拨打 12345。, en: Call 12345. }
outside:
  summary: Closes accounts of water
  plays: [{ item: water-account, afterSeconds: 1 }]
items:
  - code: water-account
    version: 1
    name: { zh: 销户, en: Closing the account }
    description: { zh: 销户, en: Closes it. }
    area: public-security
    synonyms: { zh: [], en: [] }
    whoCanApply: { zh: 居民, en: Residents }
    legalBasis: [{ zh: 法, en: Law }]
    statutoryDays: 5
    promisedDays: 1
    feeCents: 0
    decidedBy: rule
`;
beforeAll(() => {
  write('package.json', '{ "workspaces": ["services/*"] }');
  write('services/applications/package.json', '{}');
  write('services/applications/src/main.ts', '');
  write(
    'services/applications/manifest.yaml',
    'name: applications\nkind: city\nsummary: Takes in\nport: 1\npublishes: [applications.v1]\nhears: [departments]\n' +
      'requests: { departments: [casework.v1.StepRequested], performers: [] }\n',
  );
  write('infra/topics.yaml', 'defaults: { partitions: 6, retention: 14d, deadLetterRetention: 60d }\n');
});

const access = () =>
  accessOf(cityTopics(root), { pattern: 'city-{service}' })
    .map(sentenceOf)
    .filter((sentence) => sentence.includes('water') && !sentence.includes('describe'));

test('one file adds an outside department, and its removal takes it away', () => {
  const before = [loadServices(root), loadSpeakers(root), topicsOf(cityTopics(root)), access()];
  const file = write('services/outside/water-works.yaml', water);

  expect(loadServices(root)).toMatchObject([{ name: 'applications', hears: ['water-works.v1'] }]);
  expect(topicsOf(cityTopics(root)).map(({ name, partitions }) => [name, partitions])).toEqual([
    ['applications.v1', 6],
    ['applications.requests.water-works.v1', 1],
    ['water-works.v1', 1],
    ['water-works.v1.applications.dlt', 1],
  ]);
  expect(access()).toEqual([
    'city-applications may write topic applications.requests.water-works.v1',
    'city-water-works may read topic applications.requests.water-works.v1',
    'city-water-works may read group water-works.…',
    'city-water-works may write topic water-works.v1',
    'city-water-works may read topic water-works.v1.applications.dlt',
    'city-water-works may read group water-works-dead-letters',
    'city-applications may read topic water-works.v1',
    'city-applications may write topic water-works.v1.applications.dlt',
  ]);
  expect(asyncApi(loadSpeakers(root))).toHaveProperty(['channels', 'water-works.v1', 'title'], 'water-works');

  rmSync(file);
  expect([loadServices(root), loadSpeakers(root), topicsOf(cityTopics(root)), access()]).toEqual(before);
});

test.each([
  ['that nothing plays', '  plays: [{ item: water-account', '  plays: [{ item: gas-account', 'is played once'],
  ['with a fact nobody knows', 'afterSeconds: 1 }', 'afterSeconds: 1, facts: { sum: 1 } }', 'has no fact "sum"'],
  ['of another name', 'department: water-works\ntopic: water', 'department: gas-works\ntopic: gas', 'name it after'],
  ['that says nothing of being outside', /outside:\n.*\n.*\n/, '', 'give "outside"'],
])('a file %s is refused, by line', (_, from, to, sentence) => {
  const file = write('services/outside/water-works.yaml', water.replace(from, to));
  expect(() => outsideDepartments(root)).toThrow(sentence);
  rmSync(file);
});

test('nobody outside has the name of a service', () => {
  const file = write('services/outside/applications.yaml', water.replaceAll('water-works', 'applications'));
  expect(() => outsideDepartments(root)).toThrow('outside/applications.yaml:1: a service has this name');
  rmSync(file);
});
