import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/config';
import { tally } from '../src/handle/tally.testing';
import { type Composition, type Running, startService } from '../src/service';
import { createLog } from '../src/telemetry';
import { add, done, hearsCounts, totalOf } from './harness/counting';
import { until } from './harness/servers';
import { Authority } from './secure/authority';
import { type SecureServer, password, secureBroker, secureMongo, user } from './secure/secure-servers';

const checkout = join(__dirname, '..', '..', '..');
const authority = new Authority('secure');
const servers: SecureServer[] = [];
const running: Running[] = [];
const logged: string[] = [];
let env: Record<string, string>;

beforeAll(async () => {
  servers.push(...(await Promise.all([secureBroker(authority), secureMongo(authority)])));
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
  const service = await startService(name, { kinds: [tally], ...parts }, config, log, () => undefined);
  running.push(service);
  return service;
};

/** Exit code and all that was said, of one of our programs. */
const run = (program: string, args: readonly string[]) =>
  new Promise<{ code: number; said: string }>((resolve) =>
    execFile(process.execPath, [join(checkout, program), ...args], { env: { PATH: '', ...env } }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err }),
    ),
  );

test('topics are made by who signs in', async () => {
  expect(await run('infra/dist/topics-cli.js', [])).toMatchObject({
    code: 0,
    said: expect.stringContaining('created applications.v1'),
  });
});

test('services speak over TLS, signed in with PLAIN and with SCRAM, and store over TLS what they heard', async () => {
  const hearing = await start('permits', { hears: [hearsCounts('employment.v1')] });
  const counting = await start('employment', {}, { KAFKA_SASL_MECHANISM: 'PLAIN' });

  done(await add(counting, 'A/x', 3));

  await until('the count is heard', async () => (await totalOf(hearing, 'A/x')) === 3);
});

test('operators look at such a city, too', async () => {
  const { code, said } = await run('services/ops/dist/cli.js', ['--json', 'status']);
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('"service": "permits"') });
});

test.each([
  ['a wrong password', { KAFKA_SASL_PASSWORD: 'another-word-8', KAFKA_SASL_PASSWORD_FILE: '' }, /uthentication failed/],
  ['a certificate nobody vouches for', { KAFKA_CA_FILE: '' }, /unable to verify|self-signed/],
])('%s keeps it from being ready, and is said', async (_, wrong, said) => {
  const from = logged.length;
  const service = await start('elderly-care', { hears: [hearsCounts('employment.v1')] }, wrong);
  await until('it is said', () => logged.slice(from).some((line) => said.test(line)));
  expect(service.isReady()).toBe(false);
});

test('no log line holds a secret', () => {
  expect(logged.length).toBeGreaterThan(0);
  for (const secret of [password, 'another-word-8']) expect(logged.join('')).not.toContain(secret);
});
