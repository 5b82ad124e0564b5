import { Kafka, logLevel } from 'kafkajs';
import { requestTopics } from '@lianban/steps';
import { type ReadRecord, readTopics } from '../src/topics';
import { applicationWhen, ended, waitFor as waitLong } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { fourDepartments } from './harness/four-departments';
import { testServers } from './harness/servers';

const waitFor = <T>(what: string, look: () => Promise<T | undefined>) => waitLong(what, look, 30_000);

let city: TestCity;
let number: string;
beforeAll(async () => {
  city = await startCity({ name: 'console', servers: testServers(), residents: 1 });
  number = await city.assisted(1).submit(fourDepartments);
  await applicationWhen(city.resident(1), number, 'it is completed', ended('completed'));
});
afterAll(() => city?.stop());

interface Standing {
  readonly services: readonly {
    readonly service: string;
    readonly answers: boolean;
    readonly lagRecords: number;
    readonly parked: readonly { readonly key: string; readonly reason: string }[];
    readonly asks: readonly { readonly act: string; readonly askedBy: string }[];
  }[];
}
interface Letters {
  readonly letters: readonly {
    readonly sender: string;
    readonly listener: string;
    readonly key: string;
    readonly reason: string;
  }[];
  readonly unknown: readonly string[];
}

const first = () => city.operator('operator-1');
const second = () => city.operator('operator-2');
const standing = async (service: string) => {
  const { services } = await first().get<Standing>('/api/operator/standing');
  return services.find((each) => each.service === service);
};
const at = (service: string) => `/api/operator/services/${service}/keys/${number}`;

/** The last record `applications` itself had for employment. */
let before: ReadRecord | undefined;
/** Says something as `applications` would, so many sequences after that. */
async function say(more: number, value?: Buffer): Promise<void> {
  const records = await readTopics(city.brokers, [city.prefix + requestTopics.of('employment')]);
  const of = records.filter(({ subject, headers }) => subject === `${number}/registration` && headers['ce_department']);
  const last = (before ??= of.toSorted((a, b) => a.sequence - b.sequence).at(-1)!);
  const kafka = new Kafka({ brokers: [...city.brokers], clientId: 'stranger', logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  const headers = { ...last.headers, ce_sequence: String(last.sequence + more) };
  const { key, partition } = last;
  await producer.send({ topic: last.topic, messages: [{ key, value: value ?? last.value, headers, partition }] });
  await producer.disconnect();
}
const parked = (is: boolean) =>
  waitFor(`the key is ${is ? '' : 'not '}parked`, async () => {
    const found = await standing('employment');
    return (found?.parked.some(({ key }) => key === number) ?? false) === is ? found : undefined;
  });

test('every service that stores something answers', async () => {
  const { services } = await first().get<Standing>('/api/operator/standing');
  expect(services.map(({ service }) => service).toSorted()).toEqual(city.services.storing.toSorted());
  expect(services.filter(({ answers }) => !answers)).toEqual([]);
});

test('a parked key goes on after two operators, each named where it is written down', async () => {
  await say(2);
  expect(await parked(true)).toMatchObject({ parked: [{ reason: expect.stringContaining('gap') }] });
  const { records } = await first().post<{ records: unknown[] }>(`${at('employment')}/rehearsal`, { act: 'replay' });
  expect(records).toHaveLength(1);
  await say(1);
  await waitFor('both wait', async () => {
    const now = await first().post<{ records: unknown[] }>(`${at('employment')}/rehearsal`, { act: 'replay' });
    return now.records.length === 2 ? true : undefined;
  });
  await first().post(`${at('employment')}/mending`, { act: 'replay', reason: 'the missing record came' });
  const alone = first().post(`${at('employment')}/mending/approval`, { act: 'replay' });
  await expect(alone).rejects.toMatchObject({ status: 403, slug: 'second-person-needed' });
  expect(await standing('employment')).toMatchObject({ asks: [{ act: 'replay', askedBy: 'operator-1' }] });
  await second().post(`${at('employment')}/mending/approval`, { act: 'replay' });
  await parked(false);
  const written = await city.collection('employment', 'operatorActions').find().toArray();
  expect(written).toMatchObject([{ action: 'replay', operator: 'operator-1', approvedBy: 'operator-2' }]);
});

test('what a listener could not take is shown of its sender, and sent again', async () => {
  await say(3, Buffer.from([255, 255, 255]));
  const letters = () => first().get<Letters>('/api/operator/dead-letters');
  const found = await waitFor('it was put aside', async () => {
    const now = await letters();
    return now.letters.some(({ reason }) => reason.startsWith('dead')) ? now : undefined;
  });
  const letter = { sender: 'applications', listener: 'employment', key: number };
  expect(found.letters).toContainEqual(
    expect.objectContaining({ ...letter, reason: expect.stringMatching(/^dead: not a/) }),
  );
  expect(found.unknown).toEqual([]);
  await first().post(`${at('applications')}/mending`, { act: 'send-again', reason: 'employment can read it now' });
  await second().post(`${at('applications')}/mending/approval`, { act: 'send-again' });
  // It cannot, and puts the copy aside as well.
  await waitFor('it was tried again', async () => (await letters()).letters.length > found.letters.length || undefined);
});

test('the acts are in the security log, and the look at the application is in its applicant’s list', async () => {
  await first().get(`/api/operator/applications/${number}`);
  const seen = await waitFor('the look is listed', async () => {
    const { reads } = await city.resident(1).get<{ reads: { reader: string }[] }>('/api/me/reads');
    return reads.some(({ reader }) => reader === 'operator:operator-1') || undefined;
  });
  expect(seen).toBe(true);
  const kinds = await waitFor('they are written', async () => {
    const log = await city.collection('residents', 'securityEvents').find({ 'state.kind': 'mending' }).toArray();
    return log.length >= 3 ? log : undefined;
  });
  expect(kinds.map(({ state }) => state.outcome)).toContain('second-person-needed');
});
