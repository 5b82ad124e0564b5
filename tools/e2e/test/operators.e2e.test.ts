import { Kafka, logLevel } from 'kafkajs';
import { outsideDepartments } from '@lianban/manifest';
import { casework } from '@lianban/protos';
import { everythingForAParent } from '../src/demo/elderly-parent';
import { demoResident } from '../src/demo/people';
import { requestTopics } from '@lianban/steps';
import { type ReadRecord, readTopics } from '../src/topics';
import { applicationWhen, ended, stands, waitFor } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { allPublished } from './harness/document-audit';
import { fourDepartments } from './harness/four-departments';
import { ops, opsInterrupted } from './harness/ops';
import { testServers } from './harness/servers';

let city: TestCity;
let first: string;
let second: string;
beforeAll(async () => {
  city = await startCity({ name: 'operators', servers: testServers(), residents: 1 });
  const resident = city.assisted(1);
  [first, second] = [await resident.submit(fourDepartments), await resident.submit(fourDepartments)];
  for (const number of [first, second]) await applicationWhen(resident, number, 'it is completed', ended('completed'));
  await allPublished(city);
});
afterAll(() => city?.stop());

const run = (...args: string[]) => ops(city, testServers().mongoUrl, ...args);
const json = async <T>(...args: string[]) => JSON.parse((await run('--json', ...args)).stdout) as T;
type Parked = { service: string; key: string; records: number }[];
const quiet = { lagRecords: 0, parkedKeys: 0, deadlinesLate: 0, outboxBatches: 0 };

test('status lists every service, and a city at rest has no lag', async () => {
  const look = async () => {
    const rows = await json<{ service: string; lagRecords: number; outboxBatches: number }[]>('status');
    return rows.every((row) => row.lagRecords + row.outboxBatches === 0) ? rows : undefined;
  };
  const rows = await waitFor('nothing is behind', look);
  const speaking = [...city.services.storing, ...outsideDepartments().map(({ department }) => department)];
  expect(rows.map(({ service }) => service)).toEqual(speaking.toSorted());
  expect(rows).toEqual(rows.map(() => expect.objectContaining(quiet)));
});

test('case shows the documents and records of an application, and no personal data', async () => {
  const { code, stdout } = await run('case', first);
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing is missing') });
  for (const department of ['employment', 'social-assistance', 'elderly-care', 'permits'])
    expect(stdout).toContain(department);
  const { name, idNumber, phone } = demoResident(1);
  expect([name, idNumber, phone, 'resident-1', 'contract-ended'].filter((each) => stdout.includes(each))).toEqual([]);
});

test('verify finds no difference in a city at rest', async () => {
  const { code, stdout, stderr } = await run('verify');
  expect({ code, stdout, stderr }).toMatchObject({ code: 0, stdout: expect.stringContaining(': 0 differences') });
});

test('verify can be limited to a time span', async () => {
  const within = async (...span: string[]) => (await json<{ keys: number }>('verify', ...span)).keys;
  expect(await within('--from', '1h')).toBeGreaterThanOrEqual(2);
  expect(await within('--to', '1h')).toBe(0);
  const between = new Date().toISOString();
  const third = await city.assisted(1).submit(fourDepartments);
  await applicationWhen(city.resident(1), third, 'it is completed', ended('completed'));
  expect(await within('--from', between)).toBe(1);
  expect(await run('verify', '--from', between)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^nothing is missing\nkeys \(.*\) with records in that time: 1\n/),
  });
  expect(await run('verify', '--from', 'yesterday')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('verify from: is written 2026-03-02T09:00:00+08:00, or 2h'),
  });
});

test('with --json errors, too, are one JSON object on stdout', async () => {
  const wrong = async (...args: string[]) => {
    const { code, stdout, stderr } = await run(...args, '--json');
    return { code, stderr, slug: (JSON.parse(stdout) as { slug: string; message: string }).slug };
  };
  const told = (slug: string) => ({ code: 2, stderr: '', slug });
  expect(await wrong('case', 'LB20990101000001')).toEqual(told('unknown-application'));
  expect(await wrong('parked', 'show', 'permits', first)).toEqual(told('not-parked'));
  expect(await wrong('parked', 'show', 'taxes', first)).toEqual(told('unknown-service'));
  expect(await wrong('parked', 'drop', 'permits', first)).toEqual(told('bad-usage'));
  expect(await wrong('mend', 'everything')).toEqual(told('bad-usage'));
});

test('wrong usage is answered with the right usage', async () => {
  expect(await run('case', 'LB20990101000001')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('nothing is known of'),
  });
  expect(await run('case', 'a b')).toMatchObject({ code: 2, stderr: expect.stringContaining('number: may hold') });
  expect(await run('parked', 'list')).toMatchObject({ code: 0, stdout: 'no key is parked\n' });
});

test('case and verify report sequences that were applied but never published', async () => {
  const heard = `seen.permits:${first}/home-adaptation`;
  const documents = city.collection<{ _id: string }>('applications', 'applications');
  await documents.updateOne({ _id: first }, { $inc: { [heard]: 3 } });
  for (const args of [['case', first], ['verify']]) {
    const { code, stdout } = await run(...args);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /home-adaptation of permits: published (\d+), applied \d+: some were not published by permits/,
    );
  }
  await documents.updateOne({ _id: first }, { $inc: { [heard]: -3 } });
});

/** The last record for employment about a step of `second`: what was sent again stands behind it on the topic. */
async function lastRequest(): Promise<ReadRecord> {
  const records = await readTopics(city.brokers, [city.prefix + requestTopics.of('employment')]);
  const of = records.filter(({ subject }) => subject === `${second}/registration`);
  return of.toSorted((a, b) => a.sequence - b.sequence).at(-1)!;
}

/** A copy of a record with a later sequence, and another value if given. */
async function sendAs(last: ReadRecord, more: number, changed: Partial<Pick<ReadRecord, 'type' | 'value'>> = {}) {
  const kafka = new Kafka({ brokers: [...city.brokers], clientId: 'stranger', logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  const { topic, key, partition, headers, type, value } = { ...last, ...changed };
  const told = { ...headers, ce_sequence: String(last.sequence + more), ce_type: type };
  await producer.send({ topic, messages: [{ key, value, headers: told, partition }] });
  await producer.disconnect();
}

const waiting = (count: number) =>
  waitFor(`${count} records wait`, async () => {
    const records = (await json<Parked>('parked', 'list')).reduce((sum, each) => sum + each.records, 0);
    return records === count ? true : undefined;
  });

test('a parked key is shown, and goes on when an operator replays it', async () => {
  const last = await lastRequest();
  // The record after next is published first; in one chunk with the next one it would not be a gap.
  await sendAs(last, 2);
  await waiting(1);
  await sendAs(last, 1);
  await waiting(2);
  expect((await run('status')).code).toBe(1);
  expect((await run('parked', 'show', 'employment', second)).stdout).toContain('gap: expected sequence');
  expect(await run('parked', 'replay', 'employment', second)).toMatchObject({ code: 2 });
  const why = ['--reason', 'the missing record came', '--operator', 'operator-1'];
  expect(await run('parked', 'replay', 'employment', second, ...why)).toMatchObject({ code: 0 });
  await waiting(0);
  const written = await city.collection('employment', 'operatorActions').find().toArray();
  expect(written).toMatchObject([{ action: 'replay', key: second, operator: 'operator-1', reason: why[1] }]);
});

test('verify detects a deleted document of a department', async () => {
  await city.collection<{ _id: string }>('permits', 'cases').deleteOne({ _id: `${first}/home-adaptation` });
  const { code, stdout } = await run('--json', 'verify');
  const { differences } = JSON.parse(stdout) as { differences: { application: string; service: string; is: string }[] };
  expect(code).toBe(1);
  const ofFirst = differences.filter(({ application }) => application === first);
  expect(ofFirst).toEqual(expect.arrayContaining([expect.objectContaining({ service: 'permits', is: 'lost' })]));
  expect((await run('case', first)).code).toBe(1);
});

test('replay lists what it would send; after it has, the department has its case again', async () => {
  const asked = ['replay', '--group', 'permits', '--key', first];
  expect(await run(...asked)).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing was sent') });
  expect(await run(...asked, '--apply')).toMatchObject({ code: 2, stderr: expect.stringContaining('reason') });
  expect(await run(...asked, '--apply', '--reason', 'restored')).toMatchObject({ code: 0 });
  const look = async () => {
    const { differences } = await json<{ differences: unknown[] }>('case', first);
    return differences.length === 0 ? true : undefined;
  };
  await waitFor('nothing of the application is missing', look);
  expect((await run(...asked)).stdout).toBe('nothing to send again\n');
});

test('dead letters are counted by reason, and shown without their contents', async () => {
  const listed = await json<{ service: string; letters: number }[]>('dlt', 'list');
  expect(listed.filter(({ service }) => service === 'employment')).toHaveLength(2);
  expect((await run('dlt', 'show', 'employment', second)).stdout).toContain('casework.v1.StepRequested');
  expect((await run('dlt', 'replay', 'employment', second)).stdout).toContain('nothing was sent');
  const applied = await run('dlt', 'replay', 'employment', second, '--apply', '--reason', 'readable now');
  expect(applied).toMatchObject({ code: 0, stdout: expect.stringContaining('2 records sent again') });
});

test('deadlines in the far future can be listed', async () => {
  expect(await run('deadlines')).toMatchObject({ code: 0 });
  expect(await run('deadlines', '--within', 'soon')).toMatchObject({ code: 2 });
});

test('a step that does not need an operator cannot be taken over', async () => {
  const decision = ['--outcome', 'granted', '--reason', 'by hand'];
  const { code, stderr } = await run('take-over', first, 'registration', ...decision);
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('step-not-with-operator') });
});

test('a skipped record advances the sequence without effect; the records behind it are applied', async () => {
  const cases = city.collection<{ _id: string; seen: Record<string, number>; state: { status: string } }>(
    'employment',
    'cases',
  );
  const last = await lastRequest();
  const ref = { applicationNumber: second, step: 'registration', item: '', department: 'employment' };
  const compensation = casework.v1.StepCompensationRequested;
  const value = Buffer.from(compensation.encode(compensation.fromPartial({ ref, reason: 'by mistake' })).finish());
  await sendAs(last, 2, { type: compensation.$type, value });
  await waiting(1);
  await sendAs(last, 1);
  await waiting(2);
  const why = ['--reason', 'nobody asked for it', '--operator', 'operator-1'];
  expect(await run('parked', 'drop', 'employment', second, ...why)).toMatchObject({ code: 0 });
  await waiting(0);
  const [given] = await city.collection('employment', 'operatorActions').find({ action: 'drop' }).toArray();
  expect(given).toMatchObject({ key: second, operator: 'operator-1', reason: why[1] });
  expect(given!['passedOver'].headers.ce_type).toBe(compensation.$type);
  const kept = await cases.findOne({ _id: `${second}/registration` });
  expect(kept).toMatchObject({ state: { status: 'decided' } });
  expect(kept!.seen[`applications:${second}/registration`]).toBe(last.sequence + 2);
});

/** The outbox and inbox sequences of each document of the city; they would be higher if anything were done twice. */
async function bookkeeping(): Promise<unknown[]> {
  const found = [];
  for (const service of city.services.storing)
    for (const kind of ['applications', 'cases'])
      for await (const { _id, version, sent, seen } of city.collection(service, kind).find().sort({ _id: 1 }))
        found.push({ service, _id, version, sent, seen });
  return found;
}

test.each([
  ['verify', ['verify'], 'records read: 0 of'],
  ['dlt replay', ['dlt', 'replay', 'employment', '', '--apply', '--reason', 'again'], 'records sent: 0 of'],
  ['replay', ['replay', '--group', 'permits', '--from', '1h', '--apply', '--reason', 'restored'], 'records sent: 0 of'],
])('%s is interrupted and run again: nothing is done twice', async (_, words, line) => {
  const args = words.map((word) => word || second);
  const before = await bookkeeping();
  const permits = city.collection<{ _id: string }>('permits', 'cases');
  await waitFor('it was interrupted before it had ended', async () => {
    if (words[0] === 'replay') await permits.deleteMany({});
    const { code, stderr } = await opsInterrupted(city, testServers().mongoUrl, line, ...args);
    if (code === 130) expect(stderr).toContain('run it again');
    return code === 130 ? true : undefined;
  });
  expect([0, 1]).toContain((await run(...args)).code);
  await waitFor('every document is as it was', async () => {
    expect(await bookkeeping()).toEqual(before);
    return true;
  });
});

test('an overdue step is taken over with the facts later steps need', async () => {
  const resident = city.resident(1);
  const number = await resident.submit(await everythingForAParent(resident));
  await applicationWhen(resident, number, 'the assessment waits', stands('assessment', 'requested'));
  // In two steps: without an answer the step counts as accepted, and an acceptance after the deadline takes it back from the operator.
  await city.moveDays(15);
  await applicationWhen(resident, number, 'nobody having said no, it is accepted', stands('assessment', 'accepted'));
  await city.moveDays(60);
  await applicationWhen(resident, number, 'an operator is asked for', stands('assessment', 'needs-operator'));
  const decision = ['--outcome', 'granted', '--reason', 'assessed by another city'];
  const { stdout } = await run('take-over', number, 'assessment', ...decision, '--fact', 'level=9', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ slug: 'invalid-facts' });
  const taken = { code: 0, stderr: '' };
  expect(await run('take-over', number, 'assessment', ...decision, '--fact', 'level=2')).toMatchObject(taken);
  const answer = ['take-over-answer', number, 'assessment', '--approve'] as const;
  expect(await run(...answer)).toMatchObject({ code: 2, stderr: expect.stringContaining('second-person-needed') });
  expect(await run(...answer, '--operator', 'operator-2')).toMatchObject(taken);
  const end = await applicationWhen(resident, number, 'the allowance is granted', stands('allowance', 'granted'));
  expect(end.steps.find(({ id }) => id === 'allowance')?.facts).toMatchObject({ level: 2 });
});

interface BookAnswer {
  readonly unsealed: number;
  readonly last: { readonly number: number };
  readonly count: number;
  readonly differences: readonly { readonly page?: number; readonly entry?: string; readonly what: string }[];
}

test('reads verify names a read altered in the database, and a block whose hash differs from the published one', async () => {
  await waitFor('every read is sealed', async () =>
    (await json<BookAnswer>('reads', 'verify')).unsealed === 0 ? true : undefined,
  );
  expect(await run('reads', 'verify')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^the book is as it was sealed\n/),
  });

  const changed = await city
    .collection<{ _id: string }>('residents', 'reads')
    .findOneAndUpdate({}, { $set: { 'state.reader': 'nobody' } });
  const { last, ...found } = await json<BookAnswer>('reads', 'verify');
  expect(found).toMatchObject({ count: 1, differences: [{ entry: changed!._id, what: 'was changed' }] });
  expect((await run('reads', 'verify')).code).toBe(1);

  // The service takes the reads for new and seals them again; the hash published before stays on the topic.
  await city.collection<{ _id: string }>('residents', 'pages').findOneAndDelete({ 'state.number': last.number });
  expect((await json<BookAnswer>('reads', 'verify')).differences).toContainEqual({
    page: last.number,
    what: expect.stringContaining('announced'),
  });
});
