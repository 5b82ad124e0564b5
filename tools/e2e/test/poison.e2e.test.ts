import { casework } from '@lianban/protos';
import { Kafka, type IHeaders, logLevel } from 'kafkajs';
import { requestTopics } from '@lianban/steps';
import { type ReadRecord, readTopics } from '../src/topics';
import { applicationWhen, ended, waitFor } from '../src/wait-for';
import { auditOf } from './harness/audit';
import { type TestCity, startCity } from './harness/city';
import { fourDepartments } from './harness/four-departments';
import { testServers } from './harness/servers';

const partitionsOf = (topic: string): number => (topic.includes('.requests.') ? 3 : 6);
const { StepDecided, StepRequested } = casework.v1;

let city: TestCity;
beforeAll(async () => {
  city = await startCity({
    ...{ name: 'poison', servers: testServers(), residents: 2 },
    isForeign: ({ headers }) => mark in headers,
  });
});
afterAll(() => city?.stop());

const number = 'LB20260302999999';
/** A header that marks this test's records; their dead letters keep it. */
const mark = 'x-poison';

/** Records that must become dead letters. `type`: one that the topic's consumers subscribe to, so that they decode it. */
function poisonOf(of: string, type: string): readonly (readonly [string, { value: Buffer; headers: IHeaders }])[] {
  const placed = { ce_subject: `${number}/registration`, ce_sequence: '1' };
  const described = {
    ce_specversion: '1.0',
    ce_id: `stranger/${number}/registration/1`,
    ce_source: `lianban/${of}`,
    ce_time: '2026-03-02T01:00:00.000Z',
    'content-type': 'application/protobuf',
  };
  const garbage = Buffer.from([0xff, 0xff, 0xff, 0xff, 0x07]);
  const empty = Buffer.from([]);
  const ref = { applicationNumber: number, step: 'registration', item: '', department: 'permits' };
  const headers = { ...described, ...placed, ce_type: type };
  // Field 2, the outcome, has a value that a later release may add.
  const undecided = Buffer.concat([
    StepDecided.encode(StepDecided.fromPartial({ ref })).finish(),
    Buffer.from([0x10, 99]),
  ]);
  return [
    ['bytes that are no message', { value: garbage, headers }],
    ['what another service may say', { value: empty, headers: { ...headers, ce_source: 'lianban/stranger' } }],
    ['headers that are missing', { value: empty, headers: { ...described, ce_type: type } }],
    ['no header at all', { value: garbage, headers: {} }],
    ...(type === StepDecided.$type
      ? [['a decision this release does not know', { value: undecided, headers }] as const]
      : []),
  ];
}

/** Publishes them on every partition, so that they come before any later application's records. */
async function send(topic: string, value: Buffer, headers: IHeaders): Promise<void> {
  const producer = new Kafka({ brokers: [...city.brokers], logLevel: logLevel.NOTHING }).producer();
  await producer.connect();
  const messages = Array.from({ length: partitionsOf(topic) }, (_, partition) => ({
    key: number,
    partition,
    value,
    headers,
  }));
  await producer.send({ topic, messages });
  await producer.disconnect();
}

const copiesOn = (topic: string, name: string): Promise<ReadRecord[]> =>
  waitFor(`${partitionsOf(topic)} copies are on ${topic}`, async () => {
    const found = (await readTopics(city.brokers, [topic])).filter(({ headers }) => headers[mark] === name);
    return found.length >= partitionsOf(topic) ? found : undefined;
  });

/** Submits one application after each poison record. */
const submitted = 4 + 1 + 4 + 1;

const asked = [
  'employment',
  'social-assistance',
  'elderly-care',
  'permits',
  'health',
  'public-security',
  'social-security',
  'social-welfare',
];
const topics = [
  { of: 'permits', type: StepDecided.$type, heard: [{ topic: 'permits.v1', reader: 'applications' }] },
  {
    of: 'applications',
    type: StepRequested.$type,
    heard: asked.map((reader) => ({ topic: requestTopics.of(reader), reader })),
  },
];

describe.each(topics)('on the topics of $of', ({ of, type, heard }) => {
  test.each(poisonOf(of, type))(
    '%s: its readers put it aside, and the next records flow',
    async (name, { value, headers }) => {
      const marked = { ...headers, [mark]: name };
      for (const each of heard) await send(city.prefix + each.topic, value, marked);
      for (const { reader, ...each } of heard) {
        const topic = city.prefix + each.topic;
        const copies = await copiesOn(`${topic}.${reader}.dlt`, name);
        expect(copies.map((each) => Number(each.headers['kafka_dlt-original-partition'])).sort()).toEqual(
          [0, 1, 2, 3, 4, 5].slice(0, partitionsOf(topic)),
        );
        for (const copy of copies) {
          expect(copy.value.equals(value)).toBe(true);
          expect(copy.headers).toMatchObject({ ...marked, 'kafka_dlt-original-topic': topic });
          expect(copy.headers['kafka_dlt-exception-message']).toMatch(/^dead: /);
        }
      }
      const resident = city.assisted(1);
      const next = await resident.submit(fourDepartments);
      await applicationWhen(resident, next, 'it is completed all the same', ended('completed'));
    },
    120_000,
  );
});

test('a poison record of maximum size: its dead letter omits the content and says so, and later records are applied', async () => {
  const topic = `${city.prefix}permits.v1`;
  await send(topic, Buffer.alloc(1_047_000), { [mark]: 'huge' });
  const leftOut = await waitFor('the copies are there', async () => {
    const copies = await readTopics(city.brokers, [`${topic}.applications.dlt`]);
    const found = copies.filter(({ headers }) => 'kafka_dlt-left-out' in headers);
    return found.length >= partitionsOf(topic) ? found : undefined;
  });
  for (const { value, headers } of leftOut) {
    expect(value).toHaveLength(0);
    expect(headers).toMatchObject({ 'kafka_dlt-original-topic': topic });
  }
  const resident = city.assisted(1);
  const next = await resident.submit(fourDepartments);
  await applicationWhen(resident, next, 'it is completed all the same', ended('completed'));
});

test('nothing is parked, and no document has changed', async () => {
  const { faults, audit } = await auditOf(city, ({ headers }) => mark in headers);
  expect(faults).toEqual([]);
  expect([...audit.endings.values()]).toEqual(Array.from({ length: submitted }, () => 'completed'));
});
