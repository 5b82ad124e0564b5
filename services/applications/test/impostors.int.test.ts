import { applications as own, casework } from '@lianban/protos';
import { figures, City, firstDay, until, answered } from '@lianban/testing';
import { toRecord } from '@lianban/engine';
import { applications } from '../src';
import { Departments } from './departments';
import { openShop } from './open-shop';
import { manyAtOnce } from './many-at-once';

const { v1 } = casework;
const counted = figures();
const city = new City();
const catalogue = manyAtOnce();
const { telling } = city;
const departments = new Departments(telling);
const Service = own.v1.ApplicationsServiceService;
let calls: ReturnType<typeof city.caller<typeof Service>>;

beforeAll(async () => {
  await city.open();
  calls = city.caller(await city.start(applications, catalogue.settings), Service);
});
afterAll(async () => {
  await city.close();
  catalogue.remove();
});

const residentId = 'r-1';
const submit = async () => answered(await calls.submit(openShop(residentId))).applicationNumber;
const statusOf = async (applicationNumber: string, step: string) =>
  answered(await calls.get({ applicationNumber, residentId })).steps.find(({ id }) => id === step)!.status;
const documentOf = async (number: string) =>
  city.servers
    .db('applications')
    .collection<{ _id: string; version: number; seen: Record<string, number> }>('applications')
    .findOne({ _id: number });
const ref = (applicationNumber: string, step: string, department: string) => ({
  ...{ applicationNumber, step, department },
  item: 'unemployment-registration',
});

const forged = (
  subject: string,
  sequence: number,
  about: casework.v1.StepRef,
  headers: Record<string, string> = {},
) => {
  const decided = { ref: about, outcome: v1.Outcome.GRANTED, reason: 'forged', decidedAt: firstDay };
  const key = subject.split('/', 1)[0]!;
  const envelope = { service: 'permits', topic: 'permits.v1', key, subject, sequence, at: firstDay };
  const record = toRecord(
    { type: v1.StepDecided, value: v1.StepDecided.fromPartial(decided) },
    { ...envelope, traceparent: undefined, causation: undefined },
  );
  return { key, value: record.value, headers: { ...record.headers, ...headers } };
};

/** Why records of this application were put aside, once there are so many. */
const reasons = async (topic: string, number: string, count: number) => {
  const of = (found: readonly { key: string }[]) => found.filter(({ key }) => key === number);
  const letters = await city.servers.read(`${topic}.applications.dlt`, (found) => of(found).length >= count);
  return letters.filter(({ key }) => key === number).map(({ headers }) => headers['kafka_dlt-exception-message']);
};

test('a department decides no step of another, whatever its message says', async () => {
  const number = await submit();
  await departments.asked(number, 'registration');
  const before = await documentOf(number);
  await city.servers.send('permits.v1', [
    forged(`${number}/forged`, 1, ref(number, 'registration', 'employment')),
    forged(`${number}/registration`, 1, ref(number, 'registration', 'employment')),
    forged(`${number}/registration`, 1, ref(number, 'registration', 'permits')),
    forged(`${number}/no-such-step`, 1, ref(number, 'no-such-step', 'permits')),
    forged(`${number}/licence`, 1, ref(number, 'sign', 'permits')),
    forged(`${number}x/registration`, 1, ref(number, 'registration', 'permits'), { ce_subject: `${number}/licence` }),
  ]);

  expect(await reasons('permits.v1', number, 5)).toEqual([
    'dead: not believed: it speaks for another department than permits',
    'dead: not believed: it speaks for another department than permits',
    'dead: not believed: not-your-step',
    'dead: not believed: unknown-step',
    'dead: not believed: its reference names another step than its subject',
  ]);
  expect(await reasons('permits.v1', `${number}x`, 1)).toEqual([
    'dead: not believed: ce_subject belongs to another key',
  ]);
  expect(await statusOf(number, 'registration')).toBe('requested');
  expect(await documentOf(number)).toEqual(before);
  const labels = { topic: `${city.servers.prefix}permits.v1` };
  expect(await counted.countOf('lianban.consume.disbelieved', labels)).toBe(6);
  expect(await counted.countOf('lianban.consume.records', { ...labels, outcome: 'dead' })).toBe(6);
});

test('a record in the name of another service uses up none of its sequence: the real one is heard', async () => {
  const number = await submit();
  await departments.asked(number, 'registration');
  const subject = `${number}/registration`;
  const source = { ce_source: 'lianban/employment' };
  await city.servers.send(
    'permits.v1',
    [1, 2, 3, 4].map((sequence) => forged(subject, sequence, ref(number, 'registration', 'employment'), source)),
  );
  expect(await reasons('permits.v1', number, 4)).toEqual(
    Array.from({ length: 4 }, () => 'dead: not believed: ce_source is not lianban/permits'),
  );

  await departments.grant(number, 'registration', { registrationNumber: 'UR-1' });

  await until('the real decision is heard', async () => (await statusOf(number, 'registration')) === 'granted');
  expect((await documentOf(number))?.seen).toEqual({ [`employment:${subject}`]: 1 });
});

test('of a step that is not its own a department makes nothing count, and nothing wait', async () => {
  const number = await submit();
  const stranger = 'LB20990101000001';
  await departments.asked(number, 'registration');
  const before = await documentOf(number);
  const mine = (subject: string) => ref(subject.split('/')[0]!, subject.split('/')[1]!, 'permits');
  const later = { ce_type: 'permits.v1.NotKnownYet' };
  await city.servers.send('permits.v1', [
    forged(`${number}/registration`, 1, mine(`${number}/registration`), later),
    forged(`${number}/registration`, 9, mine(`${number}/registration`)),
    forged(`${number}/made-up`, 9, mine(`${number}/made-up`), later),
    forged(`${stranger}/licence`, 9, mine(`${stranger}/licence`)),
  ]);

  expect(await reasons('permits.v1', number, 3)).toEqual([
    'dead: not believed: not-your-step',
    'dead: not believed: not-your-step',
    'dead: not believed: unknown-step',
  ]);
  expect(await reasons('permits.v1', stranger, 1)).toEqual(['dead: not believed: unknown-application']);
  expect(await documentOf(number)).toEqual(before);
  expect(await city.servers.db('applications').collection('parked').countDocuments()).toBe(0);
});

test('a type that only a newer department knows is counted and skipped, and what comes after it is heard', async () => {
  const number = await submit();
  const subject = `${number}/registration`;
  const about = await departments.asked(number, 'registration');
  const envelope = { service: 'employment', topic: 'employment.v1', key: number, subject, at: firstDay };
  const record = (sequence: number) =>
    toRecord(
      { type: v1.StepAccepted, value: v1.StepAccepted.fromPartial({ ref: about, acceptedAt: firstDay }) },
      { ...envelope, sequence, traceparent: undefined, causation: undefined },
    );
  const unknown = { ...record(1), headers: { ...record(1).headers, ce_type: 'employment.v1.VisitScheduled' } };
  await city.servers.send('employment.v1', [
    { key: number, value: Buffer.from([0xff]), headers: unknown.headers },
    { key: number, value: record(2).value, headers: record(2).headers },
  ]);

  await until('it is accepted', async () => (await statusOf(number, 'registration')) === 'accepted');
  expect((await documentOf(number))?.seen).toEqual({ [`employment:${subject}`]: 2 });
  expect(await city.servers.db('applications').collection('parked').countDocuments()).toBe(0);
  const labels = { topic: `${city.servers.prefix}employment.v1`, outcome: 'unknown' };
  expect(await counted.countOf('lianban.consume.records', labels)).toBe(1);
});
