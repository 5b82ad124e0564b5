import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  type Admin,
  Kafka,
  ResourcePatternTypes,
  logLevel,
} from 'kafkajs';
import { readConfig } from '../src/config';
import { tally, until } from '@lianban/testing';
import type { Composition } from '../src/service-spec';
import { type Running, startService } from '../src/start-service';
import { createLog } from '@lianban/telemetry';
import { add, done, hearsCounts, totalOf } from './harness/counting';
import { Authority } from '@lianban/infra';
import { type SecureServer, password, secureBroker, secureMongo, user } from './secure/secure-servers';

const checkout = join(__dirname, '..', '..', '..');
const authority = Authority.throwAway();
const servers: SecureServer[] = [];
const running: Running[] = [];
const logged: string[] = [];
const services = ['applications', 'employment', 'permits'];
const userOf = (service: string) => `city-${service}`;
let env: Record<string, string>;

beforeAll(async () => {
  servers.push(...(await Promise.all([secureBroker(authority, services.map(userOf)), secureMongo(authority)])));
  const [kafka, mongo] = servers.map(({ address }) => address);
  const files = { password, url: `mongodb://${user}:${password}@${mongo}/?replicaSet=rs0&tls=true&tlsCAFile=` };
  const passwordFile = join(authority.folder, 'password');
  const urlFile = join(authority.folder, 'url');
  writeFileSync(passwordFile, `${files.password}\n`);
  writeFileSync(urlFile, files.url + encodeURIComponent(authority.caFile));
  env = {
    KAFKA_BROKERS: kafka!,
    KAFKA_TLS: 'true',
    KAFKA_CA_FILE: authority.caFile,
    KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512',
    KAFKA_SASL_USERNAME: user,
    KAFKA_SASL_PASSWORD_FILE: passwordFile,
    MONGO_URL_FILE: urlFile,
    STOP_GRACE_MS: '2000',
  };
});
afterAll(async () => {
  await Promise.all(running.map((service) => service.stop()));
  await Promise.all(servers.map((server) => server.stop()));
  authority.remove();
});

const start = async (name: string, parts: Partial<Composition> = {}, more: Record<string, string> = {}) => {
  const log = createLog(name, 'trace', { write: (line) => void logged.push(line) });
  const config = readConfig({ ...env, ...more });
  const service = await startService(
    name,
    { topic: `${name}.v1`, aggregates: [tally], ...parts },
    config,
    log,
    () => undefined,
  );
  running.push(service);
  return service;
};

const signedIn = (service: string) => ({ KAFKA_SASL_USERNAME: userOf(service) });
const clientOf = (username: string) =>
  new Kafka({
    brokers: [env['KAFKA_BROKERS']!],
    ssl: { ca: [readFileSync(authority.caFile, 'utf8')] },
    sasl: { mechanism: 'scram-sha-512', username, password },
    logLevel: logLevel.NOTHING,
    retry: { retries: 0 },
  });
async function as<T>(username: string, act: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = clientOf(username).admin();
  await admin.connect();
  try {
    return await act(admin);
  } finally {
    await admin.disconnect();
  }
}
const everything = (username: string) => ({
  principal: `User:${username}`,
  host: '*',
  operation: AclOperationTypes.ALL,
  permissionType: AclPermissionTypes.ALLOW,
  resourceType: AclResourceTypes.TOPIC,
  resourceName: 'pensions.v1',
  resourcePatternType: ResourcePatternTypes.LITERAL,
});

/** Exit code and all that was said, of one of our programs. */
const run = (program: string, args: readonly string[], more: Record<string, string> = {}) =>
  new Promise<{ code: number; said: string }>((resolve) =>
    execFile(
      process.execPath,
      [join(checkout, program), ...args],
      { env: { PATH: '', ...env, ...more } },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err }),
    ),
  );

test('topics are made by who signs in, and access is given once, as declared', async () => {
  const given = { KAFKA_USER_PATTERN: userOf('{service}') };
  const first = await run('infra/dist/topics-cli.js', [], given);
  expect(first).toMatchObject({ code: 0, said: expect.stringContaining('created applications.v1') });
  expect(first.said).toContain('city-permits may write topic permits.v1\n');

  await as(user, (admin) => admin.createAcls({ acl: [everything(userOf('permits'))] }));
  const nothingNew =
    'topics are as listed\nbeyond the list, kept: User:city-permits from *: ALLOW ALL TOPIC pensions.v1\n';
  // A broker shows what the controller took a moment later.
  await until(
    'nothing is given again',
    async () => (await run('infra/dist/topics-cli.js', [], given)).said === nothingNew,
  );
});

test('services speak over TLS, signed in with PLAIN and with SCRAM, may do what they need, and store over TLS', async () => {
  const hearing = await start(
    'applications',
    { subscriptions: [hearsCounts('employment.v1')] },
    signedIn('applications'),
  );
  const plain = { ...signedIn('employment'), KAFKA_SASL_MECHANISM: 'PLAIN' };
  const counting = await start('employment', {}, plain);

  done(await add(counting, 'A/x', 3));
  await until('the count is heard', async () => (await totalOf(hearing, 'A/x')) === 3);

  done(await add(counting, 'A/y', 99));
  await until('what cannot be applied is put aside', () =>
    as(user, async (admin) => {
      const ends = await admin.fetchTopicOffsets('employment.v1.applications.dlt');
      return ends.some(({ high }) => high !== '0');
    }),
  );
});

test('a service may not say what is another’s, nor hear what it does not declare', async () => {
  const refused = /not authorized/i;
  const permits = userOf('permits');
  await expect(as(permits, (admin) => admin.fetchTopicOffsets('residents.v1'))).rejects.toThrow(refused);
  const producer = clientOf(permits).producer();
  await producer.connect();
  await expect(producer.send({ topic: 'employment.v1', messages: [{ value: 'x' }] })).rejects.toThrow(refused);
  await producer.disconnect();
});

test('operators look at such a city, too, and are told what was put aside', async () => {
  const { code, said } = await run('tools/ops/dist/cli.js', ['--json', 'status']);
  expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining('"service": "applications"') });
});

test.each([
  ['a wrong password', { KAFKA_SASL_PASSWORD: 'another-word-8', KAFKA_SASL_PASSWORD_FILE: '' }, /uthentication failed/],
  ['a certificate nobody vouches for', { KAFKA_CA_FILE: '' }, /unable to verify|self-signed/],
])('%s keeps it from being ready, and is said', async (_, wrong, said) => {
  const from = logged.length;
  const service = await start('elderly-care', { subscriptions: [hearsCounts('employment.v1')] }, wrong);
  await until('it is said', () => logged.slice(from).some((line) => said.test(line)));
  expect(service.isReady()).toBe(false);
});

test('no log line holds a secret', () => {
  expect(logged.length).toBeGreaterThan(0);
  for (const secret of [password, 'another-word-8']) expect(logged.join('')).not.toContain(secret);
});
