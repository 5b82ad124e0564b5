import { casework } from '@lianban/protos';
import { toRecord } from '@lianban/engine';
import { Kafka, logLevel } from 'kafkajs';
import { readTopics } from '../src/topics';
import { applicationWhen, ended, waitFor } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { fourDepartments, stepsOfFour } from './harness/four-departments';
import { ops } from './harness/ops';
import { testServers } from './harness/servers';

/**
 * Permits turns against the city: it has its own topic and its own name, and writes there whatever it likes. Employment is
 * down meanwhile, so that its step is open for anybody to take.
 */
const hostile = 'permits';
const victim = { department: 'employment', step: 'registration' };
/** A header by which the harness knows this test's records; their dead letters keep it. */
const mark = 'x-forged';
const { StepDecided, Outcome } = casework.v1;

let city: TestCity;
let number: string;
const documents = () => city.collection<Kept>('applications', 'applications');
const run = (...args: string[]) => ops(city, testServers().mongoUrl, ...args);
interface Kept {
  readonly _id: string;
  readonly seen: Readonly<Record<string, number>>;
  readonly state: { readonly steps: Readonly<Record<string, { readonly status: string }>> };
}
const kept = async () => (await documents().findOne({ _id: number }))!;

beforeAll(async () => {
  city = await startCity({
    ...{ name: 'hostile', servers: testServers(), residents: 1, apart: true },
    isForeign: ({ headers }) => mark in headers,
  });
  await city.services.kill(victim.department);
  number = await city.assisted(1).submit(fourDepartments);
  const others = stepsOfFour.filter((step) => step !== victim.step);
  await waitFor('the others have decided', async () => {
    const { steps } = (await kept()).state;
    return others.every((step) => steps[step]?.status === 'granted') ? true : undefined;
  });
}, 180_000);
afterAll(() => city?.stop());

interface Try {
  readonly subject?: string;
  readonly department?: string;
  readonly source?: string;
  readonly sequence?: number;
  readonly type?: string;
  readonly outcome?: casework.v1.Outcome;
  readonly key?: string;
  readonly bytes?: Buffer;
}

/** One record of permits on its own topic, about the victim's step but for what is changed. */
function forged({
  subject = `${number}/${victim.step}`,
  department = hostile,
  source = hostile,
  sequence = 1,
  ...more
}: Try) {
  const [key = '', step = ''] = subject.split('/');
  const ref = { applicationNumber: key, step, item: 'any', department };
  const value = StepDecided.fromPartial({
    ref,
    outcome: more.outcome ?? Outcome.GRANTED,
    reason: 'forged',
    decidedAt: new Date(),
  });
  const place = { service: source, topic: '', key, subject, sequence, at: new Date() };
  const told = toRecord({ type: StepDecided, value }, { ...place, traceparent: undefined, causation: undefined });
  const headers = { ...told.headers, [mark]: 'forged', ...(more.type && { ce_type: more.type }) };
  return { key: more.key ?? key, value: more.bytes ?? Buffer.from(told.value), headers };
}

async function say(...messages: readonly ReturnType<typeof forged>[]): Promise<void> {
  const producer = new Kafka({ brokers: [...city.brokers], logLevel: logLevel.NOTHING }).producer();
  await producer.connect();
  for (const message of messages) await producer.send({ topic: `${city.prefix}${hostile}.v1`, messages: [message] });
  await producer.disconnect();
}

const reasonsOf = (count: number) =>
  waitFor(`${count} dead letters are there`, async () => {
    const found = await readTopics(city.brokers, [`${city.prefix}${hostile}.v1.applications.dlt`]);
    return found.length >= count ? found.map(({ headers }) => headers['kafka_dlt-exception-message']) : undefined;
  });

const inOwnName = 'dead: not believed: not-your-step';
const attacks: readonly (readonly [string, () => Try, string])[] = [
  ['decides the step of another in its own name', () => ({}), inOwnName],
  [
    'decides it in the name of the other',
    () => ({ department: victim.department }),
    'dead: not believed: it speaks for another department than permits',
  ],
  [
    'writes in the source of the other',
    () => ({ department: victim.department, source: victim.department }),
    'dead: not believed: ce_source is not lianban/permits',
  ],
  ['runs ahead of the sequence', () => ({ sequence: 1_000 }), inOwnName],
  ['uses up the sequence by types nobody knows', () => ({ type: 'permits.v1.NotKnownYet' }), inOwnName],
  ['uses it up by types that mean nothing here', () => ({ type: 'permits.v1.PermitIssued' }), inOwnName],
  ['makes up a step', () => ({ subject: `${number}/made-up` }), 'dead: not believed: unknown-step'],
  [
    'speaks of an application that does not exist',
    () => ({ subject: 'LB20990101000001/licence', sequence: 3 }),
    'dead: not believed: unknown-application',
  ],
  [
    'hides the subject under another key',
    () => ({ key: 'LB20990101000002' }),
    'dead: not believed: ce_subject belongs to another key',
  ],
  [
    'speaks of a person',
    () => ({ subject: 'resident-1', type: 'residents.v1.ResidentRegistered', source: 'residents' }),
    'dead: not believed: ce_source is not lianban/permits',
  ],
  ['sends a giant', () => ({ bytes: Buffer.alloc(1_000_000, 0xff) }), 'dead: not a casework.v1.StepDecided: '],
  ['forges a subject that is a path', () => ({ subject: `${number}/$where` }), 'dead: ce_subject is not well-formed'],
];

test('whatever a department writes on its own topic, it has no effect outside its own steps', async () => {
  const before = await kept();
  for (const [, attack] of attacks) await say(forged(attack()));
  const reasons = await reasonsOf(attacks.length);
  const unexpected = reasons.filter((found) => !attacks.some(([, , reason]) => found?.startsWith(reason)));
  const unmet = attacks.filter(([, , reason]) => !reasons.some((found) => found?.startsWith(reason)));
  expect({ unexpected, unmet: unmet.map(([what]) => what), letters: reasons.length }).toEqual({
    ...{ unexpected: [], unmet: [] },
    letters: attacks.length,
  });
  expect(await kept()).toEqual(before);
  expect(await city.collection('applications', 'parked').countDocuments()).toBe(0);
});

test('its own step it cannot decide again by repeating a sequence with other content', async () => {
  const subject = `${number}/home-adaptation`;
  const before = await kept();
  const again = [1, 2].map((sequence) => forged({ subject, sequence, outcome: Outcome.REFUSED }));
  await say(...again, forged({ subject: `${number}/made-up` }));
  await reasonsOf(attacks.length + 1);
  expect(await kept()).toEqual(before);
});

test('lianban-ops says what happened', async () => {
  const sent = JSON.parse((await run('--json', 'dlt', 'sent', hostile)).stdout) as {
    listener: string;
    reason: string;
  }[];
  expect(sent).toHaveLength(attacks.length + 1);
  expect(sent.every(({ listener }) => listener === 'applications')).toBe(true);
  expect((await run('dlt', 'sent', victim.department)).stdout).toBe('nobody put aside what employment wrote\n');
  const { code, stdout } = await run('case', number);
  expect(code).toBe(1);
  expect(stdout).toContain(`${number}/${victim.step}: records on the topic and no document`);
  expect(stdout).toMatch(/home-adaptation: 1, 2 on the topic again, saying something else/);
});

test('the real department is heard when it is back, and the application ends as it should', async () => {
  await city.services.start(victim.department);
  const end = await applicationWhen(city.resident(1), number, 'it is completed', ended('completed'));
  expect(end.steps.find(({ id }) => id === victim.step)).toMatchObject({ status: 'granted' });
  const { seen } = await kept();
  expect(Object.keys(seen).filter((place) => place.endsWith(`/${victim.step}`))).toEqual([
    `${victim.department}:${number}/${victim.step}`,
  ]);
}, 60_000);

test('a decision written into the database, which its department never said, is found', async () => {
  const place = `state.steps.${victim.step}.outcome`;
  await documents().updateOne({ _id: number }, { $set: { [place]: 'refused' } });
  for (const args of [['case', number], ['verify']]) {
    const { code, stdout } = await run(...args);
    expect(code).toBe(1);
    expect(stdout).toContain(`${number}/${victim.step}: refused here, and no service it heard of the step has said so`);
  }
  await documents().updateOne({ _id: number }, { $set: { [place]: 'granted' } });
  expect((await run('case', number)).stdout).not.toContain('no service it heard');
});
