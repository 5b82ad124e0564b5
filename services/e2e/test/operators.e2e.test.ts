import { Kafka, logLevel } from 'kafkajs';
import { type City, startCity } from '../src/city';
import { demoResident } from '../src/demo/people';
import { readTopics } from '../src/topics';
import { applicationWhen, ended, waitFor } from '../src/wait-for';
import { allPublished } from './harness/document-audit';
import { fourDepartments } from './harness/four-departments';
import { ops } from './harness/ops';
import { testServers } from './harness/servers';

let city: City;
let first: string;
let second: string;
beforeAll(async () => {
  city = await startCity({ name: 'operators', servers: testServers(), residents: 1 });
  const resident = city.resident(1);
  [first, second] = [await resident.submit(fourDepartments), await resident.submit(fourDepartments)];
  for (const number of [first, second]) await applicationWhen(resident, number, 'it is completed', ended('completed'));
  await allPublished(city);
});
afterAll(() => city?.stop());

const run = (...args: string[]) => ops(city, testServers().mongoUrl, ...args);
const json = async <T>(...args: string[]) => JSON.parse((await run('--json', ...args)).said) as T;
type Parked = { service: string; key: string; records: number }[];
const quiet = { lagRecords: 0, parkedKeys: 0, deadlinesLate: 0, outboxBatches: 0 };

test('status names every service, and a city at rest is behind with nothing', async () => {
  const look = async () => {
    const rows = await json<{ service: string; lagRecords: number; outboxBatches: number }[]>('status');
    return rows.every((row) => row.lagRecords + row.outboxBatches === 0) ? rows : undefined;
  };
  const rows = await waitFor('nothing is behind', look);
  const services = city.services.storing;
  expect(rows.map(({ service }) => service)).toEqual(services.toSorted());
  expect(rows).toEqual(rows.map(() => expect.objectContaining(quiet)));
});

test('case shows where an application is known, and nothing about the person', async () => {
  const { code, said } = await run('case', first);
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('nothing is missing') });
  for (const department of ['employment', 'social-assistance', 'elderly-care', 'permits'])
    expect(said).toContain(department);
  const { name, idNumber, phone } = demoResident(1);
  for (const personal of [name, idNumber, phone, 'resident-1', 'contract-ended']) expect(said).not.toContain(personal);
});

test('verify finds no difference in a city at rest', async () => {
  const { code, said, complaint } = await run('verify');
  expect({ code, said, complaint }).toMatchObject({ code: 0, said: expect.stringContaining(': 0 differences') });
});

test('what is asked wrongly is answered with what to do', async () => {
  expect(await run('case', 'LB20990101000001')).toMatchObject({
    code: 2,
    complaint: expect.stringContaining('nothing is known of'),
  });
  expect(await run('case', 'a b')).toMatchObject({ code: 2, complaint: expect.stringContaining('number: may hold') });
  expect(await run('parked', 'list')).toMatchObject({ code: 0, said: 'no key is parked\n' });
});

test('a parked key is shown, and goes on when an operator replays it', async () => {
  const topic = `${city.prefix}applications.v1`;
  const records = await readTopics(city.brokers, [topic]);
  const last = records
    .filter(({ subject, headers }) => subject === `${second}/registration` && headers['ce_department'])
    .at(-1)!;
  const kafka = new Kafka({ brokers: [...city.brokers], clientId: 'stranger', logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  const send = async (more: number) => {
    const headers = { ...last.headers, ce_sequence: String(last.sequence + more) };
    await producer.send({ topic, messages: [{ key: second, value: last.value, headers, partition: last.partition }] });
  };
  const waiting = (count: number) =>
    waitFor(`${count} records wait`, async () => {
      const records = (await json<Parked>('parked', 'list')).reduce((sum, each) => sum + each.records, 0);
      return records === count ? true : undefined;
    });
  // The one after next comes first; the next would still be applied if both were heard together.
  await send(2);
  await waiting(1);
  await send(1);
  await waiting(2);
  await producer.disconnect();
  expect((await run('status')).code).toBe(1);
  expect((await run('parked', 'show', 'employment', second)).said).toContain('gap: expected sequence');
  expect(await run('parked', 'replay', 'employment', second)).toMatchObject({ code: 1 });
  const why = ['--reason', 'the missing record came', '--operator', 'operator-1'];
  expect(await run('parked', 'replay', 'employment', second, ...why)).toMatchObject({ code: 0 });
  await waiting(0);
  const written = await city.collection('employment', 'operatorActions').find().toArray();
  expect(written).toMatchObject([{ action: 'replay', key: second, operator: 'operator-1', reason: why[1] }]);
});

test('verify finds the document of a department that is gone', async () => {
  await city.collection<{ _id: string }>('permits', 'cases').deleteOne({ _id: `${first}/home-adaptation` });
  const { code, said } = await run('--json', 'verify');
  const { differences } = JSON.parse(said) as { differences: { application: string; service: string; is: string }[] };
  expect(code).toBe(1);
  const ofFirst = differences.filter(({ application }) => application === first);
  expect(ofFirst).toEqual(expect.arrayContaining([expect.objectContaining({ service: 'permits', is: 'lost' })]));
  expect((await run('case', first)).code).toBe(1);
});

test('replay says what it would send, and once it is applied the department has its case again', async () => {
  const asked = ['replay', '--group', 'permits', '--key', first];
  expect(await run(...asked)).toMatchObject({ code: 0, said: expect.stringContaining('nothing was sent') });
  expect(await run(...asked, '--apply')).toMatchObject({ code: 2, complaint: expect.stringContaining('reason') });
  expect(await run(...asked, '--apply', '--reason', 'restored')).toMatchObject({ code: 0 });
  const look = async () => {
    const { differences } = await json<{ differences: unknown[] }>('case', first);
    return differences.length === 0 ? true : undefined;
  };
  await waitFor('nothing of the application is missing', look);
  expect((await run(...asked)).said).toBe('nothing to send again\n');
});

test('dead letters are counted by reason, and shown without what is in them', async () => {
  const listed = await json<{ service: string; letters: number }[]>('dlt', 'list');
  expect(listed.filter(({ service }) => service === 'employment')).toHaveLength(2);
  expect((await run('dlt', 'show', 'employment', second)).said).toContain('casework.v1.StepRequested');
  expect((await run('dlt', 'replay', 'employment', second)).said).toContain('nothing was sent');
  const applied = await run('dlt', 'replay', 'employment', second, '--apply', '--reason', 'readable now');
  expect(applied).toMatchObject({ code: 0, said: expect.stringContaining('2 records sent again') });
});

test('deadlines that are far away can be looked for', async () => {
  expect(await run('deadlines')).toMatchObject({ code: 0 });
  expect(await run('deadlines', '--within', 'soon')).toMatchObject({ code: 2 });
});

test('a step that no operator was asked for is not taken over', async () => {
  const decision = ['--outcome', 'granted', '--reason', 'by hand'];
  const { code, complaint } = await run('take-over', first, 'registration', ...decision);
  expect({ code, complaint }).toMatchObject({ code: 2, complaint: expect.stringContaining('step-not-with-operator') });
});
