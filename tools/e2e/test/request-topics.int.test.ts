import { randomUUID } from 'node:crypto';
import { applications } from '@lianban/applications';
import { permits } from '@lianban/permits';
import { applications as a, casework } from '@lianban/protos';
import type { Running } from '@lianban/runtime';
import { requestTopics } from '@lianban/steps';
import { City, answered, sequences, until, upTo } from '@lianban/testing';

// A city changes over from requests on the topic of all to one of each department, and back, while applications are under way.

const { v1 } = casework;
const city = new City();
const { telling, servers } = city;
/** Who applied, by number: nobody may have two of these under way. */
const applicants = new Map<string, string>();
const step = 'home-adaptation-permit';
const own = requestTopics.of('permits');
let asking: Running;
let deciding: Running;

beforeAll(async () => {
  await city.open();
  // What a department has that heard them on the topic of all.
  await servers.makeTopics(`${requestTopics.SHARED}.permits.dlt`);
});
afterAll(() => city.close());

/** An empty setting counts as none: what an upgrade begins with that sets nothing. */
const unset = '';
const said = async (on: 'shared' | 'both' | 'own' | typeof unset) => {
  await asking?.stop();
  asking = await city.start(applications, { REQUESTS_SAID_ON: on });
};
const heard = async (on: 'shared' | 'own' | typeof unset) => {
  await deciding?.stop();
  deciding = await city.start(permits, { REQUESTS_HEARD_ON: on });
};
const calls = () => city.caller(asking, a.v1.ApplicationsServiceService);

interface Case {
  readonly _id: string;
  readonly seen: Readonly<Record<string, number>>;
  readonly state: { readonly status: string };
}
const cases = () => servers.db('permits').collection<Case>('cases');
const caseIs = (number: string, status: string) =>
  until(`the case of ${number} is ${status}`, async () => {
    const found = await cases().findOne({ _id: `${number}/${step}` });
    return found?.state.status === status ? found : undefined;
  });

/** Applies, and waits until the department has asked for the papers. */
async function applied(): Promise<string> {
  const residentId = `resident-${applicants.size + 1}`;
  const answers = { ownerConsent: true, touchesStructure: false };
  const request = { package: step, residentId, district: '410105', answers, idempotencyKey: randomUUID() };
  // On a machine that is busy an answer may take longer than a caller waits; asked again, with the key, it is the same application.
  const submit = () =>
    calls()
      .submit(a.v1.SubmitRequest.fromPartial(request))
      .catch(() => undefined);
  const { applicationNumber } = answered(await until('it is taken', submit));
  applicants.set(applicationNumber, residentId);
  await caseIs(applicationNumber, 'supplement');
  return applicationNumber;
}
/** The second record of its step. */
async function withdrawn(applicationNumber: string): Promise<void> {
  const residentId = applicants.get(applicationNumber)!;
  const withdraw = () =>
    calls()
      .withdraw({ applicationNumber, residentId, reason: 'changed-mind' })
      .catch(() => undefined);
  await until('it is withdrawn', withdraw);
  await caseIs(applicationNumber, 'cancelled');
}

test('nothing is lost or done twice on the way over and back', async () => {
  const phases = [
    () => Promise.all([said(unset), heard(unset)]),
    () => said('both'),
    () => heard('own'),
    () => said('own'),
    () => said('both'),
    () => heard('shared'),
    () => said('shared'),
  ];
  const numbers: string[] = [];
  // Each application begins in one phase and goes on in the next.
  for (const phase of phases) {
    await phase();
    const before = numbers.at(-1);
    numbers.push(await applied());
    if (before) await withdrawn(before);
  }
  await withdrawn(numbers.at(-1)!);

  const kept = await cases().find({}).sort({ _id: 1 }).toArray();
  const source = (number: string) => `applications:${number}/${step}`;
  expect(kept.map(({ seen }) => seen)).toEqual(numbers.map((number) => ({ [source(number)]: 2 })));
  for (const number of numbers) {
    const subject = `${number}/${step}`;
    // A case is kept before what it says is published, and heard after that.
    await telling.next(v1.StepCancelled, subject);
    expect(telling.of(v1.StepCancelled, subject)).toHaveLength(1);
    expect(telling.of(v1.SupplementRequested, subject)).toHaveLength(1);
  }
  for (const name of ['applications', 'permits'])
    expect(await servers.db(name).collection('parked').countDocuments()).toBe(0);
  expect(await servers.db('applications').collection('projection.waiting.1').countDocuments({ isStale: true })).toBe(0);

  const onOwn = sequences(await servers.read(own, (found) => found.length >= 10));
  const subjects = numbers.map((number) => `${number}/${step}`);
  // From the first that was begun on both topics, until the last that was.
  expect(onOwn).toEqual({
    [subjects[0]!]: [2],
    ...Object.fromEntries(subjects.slice(1, 5).map((subject) => [subject, upTo(2)])),
    [subjects[5]!]: [1],
  });
}, 300_000);

test('a record that comes again on the other topic is known by its sequence', async () => {
  await heard('own');
  const number = await cases().findOne({}, { sort: { _id: 1 } });
  const subject = number!._id;
  const first = await servers.read(requestTopics.SHARED, (found) =>
    found.some(({ headers }) => headers['ce_subject'] === subject),
  );
  await servers.send(
    own,
    first.filter(({ headers }) => headers['ce_subject'] === subject),
  );
  await said('own');
  await applied();
  expect((await cases().findOne({ _id: subject }))!.seen).toEqual(number!.seen);
  expect(telling.of(v1.SupplementRequested, subject)).toHaveLength(1);
});
