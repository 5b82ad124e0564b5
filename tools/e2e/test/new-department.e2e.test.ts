import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cityTopics, ensureTopics, testPrefix } from '@lianban/infra';
import { startClockAt } from '@lianban/runtime';
import { casework } from '@lianban/protos';
import { Kafka, logLevel } from 'kafkajs';
import { decode, readTopics } from '../src/topics';
import { copyCheckout } from './new-department.copy';

const { v1 } = casework;
const name = 'social-security';
const brokers = process.env['KAFKA_BROKERS'] ?? '';
const mongoUrl = process.env['MONGO_URL'] ?? '';
const prefix = testPrefix();

let copy: string;
beforeAll(() => {
  copy = copyCheckout();
  inCopy('scripts/new-department', name);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Runs a command in the copy and returns its stdout. @throws with all its output when it fails */
function inCopy(command: string, ...args: string[]): string {
  const path = `${join(copy, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`;
  const env = { ...process.env, PATH: path };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

test('has its name in one place', () => {
  const folder = join(copy, 'services', 'departments', name, 'src');
  const saying = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(folder, entry.name), 'utf8').includes(`'${name}'`))
    .map((entry) => entry.name);
  expect(saying).toEqual(['service.ts']);
});

test('passes lint, and its own test passes', () => {
  const folder = `services/departments/${name}`;
  expect(inCopy('eslint', folder)).toBe('');
  expect(inCopy('prettier', '--check', folder, 'charts/resident-services/values.yaml')).toContain('All matched files');
  const report = inCopy('jest', '--selectProjects', 'unit', '--json', '--silent', folder);
  expect(JSON.parse(report)).toMatchObject({ success: true, numPassedTests: 4 });
});

test('builds, starts, and decides a requested step', async () => {
  inCopy('scripts/build');
  const catalogue = "require('./services/applications/dist/catalogue').loadCatalogue().departments.map((d) => d.topic)";
  expect(inCopy('node', '-p', catalogue)).toContain(`'${name}.v1'`);

  await ensureTopics(brokers, { prefix, list: cityTopics(copy) });
  await startClockAt(mongoUrl, prefix, new Date('2026-03-02T01:00:00Z'));
  const healthPort = await freePort();
  const service = spawn(process.execPath, [join(copy, 'services', 'departments', name, 'dist', 'main.js')], {
    cwd: copy,
    env: {
      PATH: process.env['PATH'],
      KAFKA_BROKERS: brokers,
      KAFKA_TOPIC_PREFIX: prefix,
      MONGO_URL: mongoUrl,
      MONGO_DB_PREFIX: prefix,
      HEALTH_PORT: String(healthPort),
      TIME_TRAVEL: 'on',
      LOG_LEVEL: 'error',
    },
    stdio: 'inherit',
  });
  const ended = once(service, 'exit');
  try {
    await until('it is ready', service, async () => (await fetchReady(healthPort)) || undefined);
    await request('LB20260302000001');
    const decided = await until('it decided', service, decision);
    expect(decided).toMatchObject({
      ref: { applicationNumber: 'LB20260302000001', step: 'registration', department: name },
      outcome: v1.Outcome.GRANTED,
      reason: 'agreed',
      decidedBy: v1.DecidedBy.RULE,
    });
  } finally {
    service.kill('SIGTERM');
  }
  expect(await ended).toEqual([0, null]);
});

test('cannot be made twice', () => {
  expect(() => inCopy('scripts/new-department', name)).toThrow(`${name} is there already`);
});

/** The records of applications when a resident applies for the new item. */
async function request(applicationNumber: string): Promise<void> {
  const subject = `${applicationNumber}/registration`;
  const message = v1.StepRequested.fromPartial({
    ref: { applicationNumber, step: 'registration', item: `${name}-registration`, department: name },
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
    ce_department: name,
    'content-type': 'application/protobuf',
  };
  const producer = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING }).producer();
  await producer.connect();
  const value = Buffer.from(v1.StepRequested.encode(message).finish());
  await producer.send({ topic: `${prefix}applications.v1`, messages: [{ key: applicationNumber, value, headers }] });
  await producer.disconnect();
}

async function decision(): Promise<unknown> {
  const records = await readTopics(brokers.split(','), [`${prefix}${name}.v1`]);
  const decided = records.find(({ type }) => type === v1.StepDecided.$type);
  return decided && decode(decided);
}

const fetchReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/healthz/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

/** The first result of `ask` that is not undefined. @throws when the service ends, or after 60 s */
async function until<T>(what: string, service: ChildProcess, ask: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(100)) {
    if (service.exitCode !== null) throw new Error(`the service ended with ${service.exitCode} before ${what}`);
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`after 60 s it was still not so that ${what}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
