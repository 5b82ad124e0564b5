import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cityTopics, ensureTopics, ownRequestTopics, testPrefix } from '@lianban/infra';
import { startClockAt } from '@lianban/runtime';
import { casework } from '@lianban/protos';
import { requestTopics } from '@lianban/steps';
import { Kafka, logLevel } from 'kafkajs';
import { decode, readTopics } from '../src/topics';
import { waitFor } from '../src/wait-for';
import { CheckoutCopy } from './harness/checkout-copy';
import { startCopied } from './harness/copied-services';

const { v1 } = casework;
const [department, service] = ['public-housing', 'noise-reports'];
const [departmentFolder, serviceFolder] = [`services/departments/${department}`, `services/${service}`];
const edge = [
  'services/gateway/src/city-services/noise-reports.ts',
  'services/web/src/city-services/noise-reports.tsx',
];
const contract = 'protos/noise_reports/v1/noise_reports.proto';
const brokers = process.env['KAFKA_BROKERS'] ?? '';
const mongoUrl = process.env['MONGO_URL'] ?? '';
const prefix = testPrefix();

let copy: CheckoutCopy;
let before: ReadonlyMap<string, string>;
let after: ReadonlyMap<string, string>;
beforeAll(() => {
  copy = new CheckoutCopy();
  before = copy.texts();
  copy.run('scripts/new-service', service);
  after = copy.texts();
  copy.run('scripts/new-department', department);
  copy.run('npm', 'run', '--silent', 'compile');
});
afterAll(() => copy?.remove());

test('a department has its name in one place', () => {
  const folder = join(copy.folder, departmentFolder, 'src');
  const saying = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(folder, entry.name), 'utf8').includes(`'${department}'`))
    .map((entry) => entry.name);
  expect(saying).toEqual(['service.ts']);
});

test('a city service is its folder, its contract, a file of the gateway and one of web; the rest is generated', () => {
  expect([...before.keys()].filter((file) => !after.has(file))).toEqual([]);
  const made = [...after.keys()].filter((file) => !before.has(file) && !file.startsWith(`${serviceFolder}/`));
  expect(made.toSorted()).toEqual([contract, ...edge].toSorted());
  const changed = [...before].filter(([file, text]) => after.get(file) !== text).map(([file]) => file);
  expect(changed.toSorted()).toEqual([
    'charts/examples/site/mongodb-values.yaml',
    'charts/examples/site/mongodb.yaml',
    'charts/resident-services/values.yaml',
    'package-lock.json',
    'services/gateway/README.md',
    'services/gateway/src/city-services/index.ts',
    'services/web/src/city-services/index.ts',
  ]);
});

test('both pass lint, and their own tests pass', () => {
  const folders = [departmentFolder, serviceFolder];
  expect(copy.run('eslint', ...folders, ...edge)).toBe('');
  copy.run('buf', 'lint', 'protos');
  const generated = ['charts/resident-services/values.yaml', 'services/gateway', 'services/web/src/city-services'];
  expect(copy.run('prettier', '--check', ...folders, ...generated)).toContain('All matched files');
  const report = copy.run('jest', ...folders, '--selectProjects', 'unit', '--json', '--silent');
  expect(JSON.parse(report)).toMatchObject({ success: true, numPassedTests: 8 });
});

test('both start: the department decides, the service counts it, and the page shows the number', async () => {
  await ensureTopics(brokers, { prefix, list: cityTopics(copy.folder) });
  await startClockAt(mongoUrl, prefix, new Date('2026-03-02T01:00:00Z'));
  const folders = [
    departmentFolder,
    serviceFolder,
    ...['applications', 'residents', 'gateway', 'web'].map((each) => `services/${each}`),
  ];
  const stores = { KAFKA_BROKERS: brokers, MONGO_URL: mongoUrl, KAFKA_TOPIC_PREFIX: prefix, MONGO_DB_PREFIX: prefix };
  const env = { ...stores, ...ownRequestTopics, TIME_TRAVEL: 'on', LOG_LEVEL: 'silent' };
  const services = await startCopied(copy.folder, folders, env, (name, urlOf) => {
    if (name === 'gateway') return { DEPARTMENTS: department, WEB_URL: urlOf('web') };
    return name === 'web' ? { API_URL: urlOf('gateway') } : {};
  });
  const ask = (path: string) => fetch(services.urlOf('gateway') + path, { headers: { Cookie: 'lang=en' } });
  let ends: unknown;
  try {
    await request('LB20260302000001');
    const decided = await waitFor('it decided', decision);
    expect(decided).toMatchObject({
      ref: { applicationNumber: 'LB20260302000001', step: 'registration', department },
      outcome: v1.Outcome.GRANTED,
      reason: 'agreed',
      decidedBy: v1.DecidedBy.RULE,
    });
    const counted = await waitFor('it is counted', async () => {
      const answer = (await (await ask(`/api/${service}?days=30`)).json()) as { decided: unknown[] };
      return answer.decided.length > 0 ? answer : undefined;
    });
    expect(counted).toEqual({ days: 30, decided: [{ department, cases: 1 }] });
    const page = await (await ask(`/${service}`)).text();
    expect(page).toContain('Cases decided in the last 7 days: 1.');
    expect(page).toContain('Public housing: 1');
  } finally {
    ends = await services.stop();
  }
  expect(ends).toBe(0);
});

test('neither can be made twice', () => {
  for (const [kind, name] of Object.entries({ department, service }))
    expect(() => copy.run('node', `infra/dist/new-${kind}/cli.js`, name)).toThrow(`${name} is there already`);
});

/** The records of applications when a resident applies for the new item. */
async function request(applicationNumber: string): Promise<void> {
  const subject = `${applicationNumber}/registration`;
  const message = v1.StepRequested.fromPartial({
    ref: { applicationNumber, step: 'registration', item: `${department}-registration`, department },
    package: 'a-package',
    packageVersion: 1,
    residentId: 'r-1',
    district: '410105',
    answers: { agreed: true },
    decidedBy: v1.DecidedBy.RULE,
    statutoryDays: 20,
    promisedDays: 5,
    requestedAt: new Date('2026-03-02T01:00:00Z'),
  });
  const headers = {
    ce_specversion: '1.0',
    ce_id: `applications/${subject}/1`,
    ce_type: v1.StepRequested.$type,
    ce_source: 'lianban/applications',
    ce_subject: subject,
    ce_time: '2026-03-02T01:00:00.000Z',
    ce_sequence: '1',
    ce_correlationid: applicationNumber,
    ce_department: department,
    'content-type': 'application/protobuf',
  };
  const producer = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING }).producer();
  await producer.connect();
  const value = Buffer.from(v1.StepRequested.encode(message).finish());
  await producer.send({
    topic: prefix + requestTopics.of(department),
    messages: [{ key: applicationNumber, value, headers }],
  });
  await producer.disconnect();
}

async function decision(): Promise<unknown> {
  const records = await readTopics(brokers.split(','), [`${prefix}${department}.v1`]);
  const decided = records.find(({ type }) => type === v1.StepDecided.$type);
  return decided && decode(decided);
}
