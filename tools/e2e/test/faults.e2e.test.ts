import { loadServices } from '@lianban/manifest';
import { faults } from './fault/catalogue';
import { services } from './fault/fault';
import { type FaultSubject, openSubject } from './fault/subject';
import { injectUnderLoad } from './fault/under-load';
import { verdict } from './fault/verdict';

// On servers of its own, because the test kills them. scripts/fault runs all other faults.
let subject: FaultSubject;
beforeAll(async () => {
  subject = await openSubject('faults', 'one');
});
afterAll(() => subject?.stop());

// Departments run the same code: one of them stands for all here.
const killed = loadServices()
  .filter(({ name, kind }) => kind !== 'department' || name === 'permits')
  .map(({ name }) => name);

const short = [
  ...killed.map((name) => `kill -9 of ${name}`),
  'applications dies inside commit',
  'permits dies after commit',
  'acknowledgements of Kafka are lost, now and then, for 10 s',
  'kill -9 of the only broker',
  'kill -9 of the only mongod',
  'answers are lost between services and MongoDB for 10 s',
  'every twentieth record is produced again',
];

test.each(short)('%s, and every application ends', async (name) => {
  const fault = faults.find((each) => each.name === name);
  if (!fault) throw new Error(`there is no fault "${name}"`);
  await injectUnderLoad(subject, fault, 25);
});

test('a fault kills each service, here or in scripts/fault', () => {
  expect([...services].sort()).toEqual([...subject.city.services.names].sort());
});

test('afterwards every accepted application has ended once and as its package says; no refused one exists', async () => {
  expect(await verdict(subject.city, subject.ledger)).toEqual([]);
});
