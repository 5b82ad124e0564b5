import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readConfig } from './config';
import { ConfigError, readSettings } from '@lianban/settings';

/** The lines of the error that reading `env` throws. */
function wrongIn(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
  throw new Error('nothing was wrong');
}
const names = (lines: string[]) => lines.map((line) => line.split(':')[0]);

test('without any setting it is the local stack’s', () => {
  expect(readConfig({})).toEqual({
    environment: 'local',
    kafka: { brokers: ['127.0.0.1:9192'], topicPrefix: '' },
    mongo: { url: 'mongodb://127.0.0.1:27117/?replicaSet=rs0', dbPrefix: '' },
    requestKeys: [],
    requestsHeardOn: 'shared',
    sealing: { keys: undefined, writes: true },
    grpc: { bind: '127.0.0.1', port: 0, addresses: {} },
    health: { bind: '127.0.0.1', port: 0 },
    timeTravel: false,
    log: { level: 'info' },
    telemetry: { endpoint: undefined, sampleRatio: 1, metrics: [] },
    batch: { maxCommands: 1000 },
    stop: { graceMs: 15_000 },
    persons: { keys: undefined, allowUnproven: false },
    plain: [],
    renamed: [],
  });
  expect(readConfig({ KAFKA_BROKERS: '', GRPC_PORT: '' })).toEqual(readConfig({}));
});

test('what is given is taken', () => {
  const config = readConfig({
    KAFKA_BROKERS: 'kafka-0.kafka:9092, kafka-1.kafka:9092',
    SERVICE_ADDRESSES: 'residents=residents:7000,permits=[::1]:7001',
    GRPC_PORT: '7000',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
    OTEL_TRACES_SAMPLER_ARG: '0.05',
    BATCH_MAX_COMMANDS: '1',
  });
  expect(config.kafka.brokers).toEqual(['kafka-0.kafka:9092', 'kafka-1.kafka:9092']);
  expect(config.grpc).toMatchObject({ port: 7000, addresses: { residents: 'residents:7000', permits: '[::1]:7001' } });
  expect(config.telemetry).toEqual({ endpoint: 'http://collector:4318', sampleRatio: 0.05, metrics: ['otlp'] });
  expect(config.batch.maxCommands).toBe(1);
});

const allWrong = {
  LIANBAN_ENV: 'production',
  KAFKA_BROKERS: 'kafka-secret',
  KAFKA_TOPIC_PREFIX: 'a secret b',
  MONGO_URL: 'postgres://user:secret@host',
  MONGO_DB_PREFIX: 'secret/',
  GRPC_PORT: '70000',
  HEALTH_PORT: 'secret',
  SERVICE_ADDRESSES: 'residents=secret',
  TIME_TRAVEL: 'on',
  LOG_LEVEL: 'secret',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'secret',
  OTEL_METRICS_EXPORTER: 'secret',
  OTEL_TRACES_SAMPLER_ARG: '2',
  BATCH_MAX_COMMANDS: '0',
  STOP_GRACE_MS: '1.5',
};

test('every wrong setting is named at once, and no value is told', () => {
  const wrong = wrongIn(allWrong);
  const others = Object.keys(allWrong).filter((name) => name !== 'LIANBAN_ENV');
  // Of what answers calls, and is not given here.
  expect(names(wrong).toSorted()).toEqual([...others, 'PERSON_TOKEN_JWKS'].toSorted());
  expect(wrong.join()).not.toMatch(/secret|70000/);
});

test('production does not start with a clock that can be moved', () => {
  expect(wrongIn({ LIANBAN_ENV: 'production', TIME_TRAVEL: 'on' })).toEqual([
    'TIME_TRAVEL: must be "off" in production: only a local stack may move time',
  ]);
  expect(readConfig({ LIANBAN_ENV: 'production' }).timeTravel).toBe(false);
  expect(readConfig({ TIME_TRAVEL: 'on' }).timeTravel).toBe(true);
});

test('a process is made to end by itself in tests, never in production', () => {
  expect(readConfig({ FAILPOINT: 'after-commit@20' }).failpoint).toEqual({ point: 'after-commit', pass: 20 });
  expect(names(wrongIn({ FAILPOINT: 'after-commit' }))).toEqual(['FAILPOINT']);
  expect(wrongIn({ LIANBAN_ENV: 'production', FAILPOINT: 'after-commit@20' })).toEqual([
    'FAILPOINT: must not be set in production: it ends the process on purpose',
  ]);
});

test('metrics go where they are told to, and need an address for it', () => {
  expect(readConfig({ OTEL_METRICS_EXPORTER: 'prometheus' }).telemetry.metrics).toEqual(['prometheus']);
  expect(wrongIn({ OTEL_METRICS_EXPORTER: 'prometheus,otlp' })).toEqual([
    'OTEL_METRICS_EXPORTER: names otlp while OTEL_EXPORTER_OTLP_ENDPOINT is not set',
  ]);
});

test.each(['-1', '0x10', '1e3', ' 7', 'NaN', '65536', '80.5'])('%j is no port', (GRPC_PORT) => {
  expect(names(wrongIn({ GRPC_PORT }))).toEqual(['GRPC_PORT']);
});

test.each(['residents', '=host:1', 'residents=host', 'residents=host:port', 'a=b:1=c:2'])(
  '%j is no peer',
  (SERVICE_ADDRESSES) => {
    expect(names(wrongIn({ SERVICE_ADDRESSES }))).toEqual(['SERVICE_ADDRESSES']);
  },
);

describe('a MongoDB address', () => {
  test.each([
    'mongodb://db',
    'mongodb://user:pass%40word@db-0.db:27017,db-1.db:27017/?replicaSet=rs0&tls=true',
    'mongodb+srv://user:word@cluster.example.org/?authSource=admin',
    'mongodb://[::1]:27017/',
  ])('%s is one', (MONGO_URL) => {
    expect(readConfig({ MONGO_URL }).mongo.url).toBe(MONGO_URL);
  });

  test.each(['mongodb://user:secret', 'mongodb://user:secret@', 'mongodb://user:se@cret@db', 'mongodb://u:secret@d b'])(
    '%s is none, and is not quoted',
    (MONGO_URL) => {
      expect(names(wrongIn({ MONGO_URL }))).toEqual(['MONGO_URL']);
      expect(wrongIn({ MONGO_URL }).join()).not.toMatch(/secret|cret@/);
    },
  );
});

describe('a setting given as a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  const file = join(folder, 'url');
  beforeAll(() => writeFileSync(file, 'mongodb://user:secret@db/\n'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is read without the white space at its end', () => {
    expect(readConfig({ MONGO_URL_FILE: file }).mongo.url).toBe('mongodb://user:secret@db/');
    const shape = z.object({ KEY: z.string() }).refine(() => true).transform(({ KEY }) => KEY); // prettier-ignore
    expect(readSettings(shape, { KEY_FILE: file })).toContain('secret');
  });

  test('is not given twice, and can be read', () => {
    expect(wrongIn({ MONGO_URL_FILE: file, MONGO_URL: 'mongodb://other' })).toEqual([
      'MONGO_URL_FILE: MONGO_URL is set as well: leave one of the two out',
    ]);
    expect(wrongIn({ MONGO_URL_FILE: join(folder, 'nothing') })).toEqual(['MONGO_URL_FILE: cannot be read (ENOENT)']);
  });

  test('is nobody’s when no setting has that name', () => {
    expect(readConfig({ SSL_CERT_FILE: '/nowhere' })).toEqual(readConfig({}));
  });
});

test('certificates for calls between services are all given, or none', () => {
  const both = { GRPC_CA_FILE: '/ca', GRPC_CERT_FILE: '/cert' };
  expect(names(wrongIn(both))).toEqual(['GRPC_KEY_FILE']);
  const tls = { caFile: '/ca', certFile: '/cert', keyFile: '/key', trustDomain: 'lianban' };
  expect(readConfig({ ...both, GRPC_KEY_FILE: '/key' }).grpc.tls).toEqual(tls);
});

describe('Kafka over TLS and with a sign-in', () => {
  const signIn = { KAFKA_SASL_USERNAME: 'lianban', KAFKA_SASL_PASSWORD: 'secret' };

  test.each(['PLAIN', 'scram-sha-512'])('with %s', (KAFKA_SASL_MECHANISM) => {
    const { ssl, sasl } = readConfig({ KAFKA_TLS: 'true', KAFKA_SASL_MECHANISM, ...signIn }).kafka;
    expect({ ssl, sasl }).toEqual({
      ssl: {},
      sasl: { mechanism: KAFKA_SASL_MECHANISM.toLowerCase(), username: 'lianban', password: 'secret' },
    });
  });

  test.each([
    [{ KAFKA_SASL_MECHANISM: 'GSSAPI', ...signIn }, 'KAFKA_SASL_MECHANISM: is PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512'],
    [signIn, 'KAFKA_SASL_MECHANISM: is missing'],
    [{ KAFKA_SASL_MECHANISM: 'SCRAM-SHA-256' }, 'KAFKA_SASL_USERNAME: is missing'],
    [{ KAFKA_SASL_MECHANISM: 'PLAIN', ...signIn }, 'KAFKA_TLS: must be true with PLAIN'],
    [{ KAFKA_TLS: 'true', KAFKA_CA: 'secret' }, 'KAFKA_CA: is one or more certificates in PEM'],
    [{ KAFKA_TLS: 'true', KAFKA_KEY: 'PRIVATE KEY secret' }, 'KAFKA_CERT: is missing'],
    [{ KAFKA_KEY: 'PRIVATE KEY secret' }, 'KAFKA_TLS: must be true when'],
  ])('%j says what contradicts itself, and no secret', (env, sentence) => {
    const wrong = wrongIn(env).join();
    expect(wrong).toContain(sentence);
    expect(wrong).not.toContain('secret');
  });
});

test('a service reads settings of its own the same way', () => {
  const shape = z.object({ KEY: z.string().length(4, 'is four letters') });
  expect(readSettings(shape, { KEY: 'abcd', OTHER: 'x' })).toEqual({ KEY: 'abcd' });
  expect(() => readSettings(shape, { KEY: 'private' })).toThrow(/KEY: is four letters/);
  expect(() => readSettings(shape, { KEY: 'private' })).not.toThrow(/private/);
});

test('in production whoever answers calls has the keys of person tokens, public ones only', () => {
  const x = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
  const key = { kty: 'OKP', crv: 'Ed25519', x };
  const production = { LIANBAN_ENV: 'production', GRPC_PORT: '7000' };
  expect(names(wrongIn(production))).toEqual(['PERSON_TOKEN_JWKS']);
  const { persons } = readConfig({ ...production, PERSON_TOKEN_JWKS: JSON.stringify({ keys: [key] }) });
  expect(persons).toEqual({ keys: { keys: [key] }, allowUnproven: false });
  const secret = JSON.stringify({ keys: [{ ...key, d: 'secret' }] });
  expect(wrongIn({ PERSON_TOKEN_JWKS: secret }).join()).toMatch(/PERSON_TOKEN_JWKS: .*holds a private key/);
  expect(wrongIn({ PERSON_TOKEN_JWKS: secret }).join()).not.toContain('secret');
  expect(readConfig({ ALLOW_UNPROVEN_PERSONS: 'true' }).persons.allowUnproven).toBe(true);
});
