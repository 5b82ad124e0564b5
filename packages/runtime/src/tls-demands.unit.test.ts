import { createLog } from '@lianban/telemetry';
import { readConfig } from './config';
import { warnOfSettings } from './warn-of-settings';
import { plainByName, unmetTlsDemands } from './tls-demands';

const [yes, no] = ['true' as const, 'false' as const];
const safe = {
  LIANBAN_ENV: 'local' as const,
  REQUIRE_TLS: yes,
  ALLOW_PLAIN_KAFKA: no,
  ALLOW_PLAIN_MONGO: no,
  ALLOW_PLAIN_GRPC: no,
  KAFKA_BROKERS: ['kafka.kafka.svc:9093'],
  KAFKA_TLS: 'true' as const,
  KAFKA_SASL_MECHANISM: 'scram-sha-512',
  MONGO_URL: 'mongodb://lianban:word@a.db:27017,b.db:27017/?replicaSet=rs0&tls=true',
  GRPC_CA_FILE: '/etc/ca.crt',
  GRPC_PORT: 7000,
  BIND: '0.0.0.0',
  SERVICE_ADDRESSES: { residents: 'residents:7000' },
};

test('what is reached safely is taken', () => {
  expect(unmetTlsDemands(safe)).toEqual([]);
  const known = { KAFKA_SASL_MECHANISM: undefined, KAFKA_CERT: 'PEM' };
  expect(unmetTlsDemands({ ...safe, ...known, MONGO_URL: 'mongodb+srv://u:p@db.example/' })).toEqual([]);
  expect(unmetTlsDemands({ ...safe, MONGO_URL: 'mongodb://a.db/?tls=true&authMechanism=MONGODB-X509' })).toEqual([]);
});

test.each([
  ['brokers in the clear', { KAFKA_TLS: 'false' as const }, 'KAFKA_TLS'],
  ['brokers that ask nobody', { KAFKA_SASL_MECHANISM: undefined }, 'KAFKA_SASL_MECHANISM'],
  ['a database in the clear', { MONGO_URL: 'mongodb://u:p@db/?replicaSet=rs0' }, 'MONGO_URL'],
  ['a database with tls=false', { MONGO_URL: 'mongodb+srv://u:p@db/?tls=false' }, 'MONGO_URL'],
  [
    'a database whose certificate is not checked',
    { MONGO_URL: 'mongodb://u:p@db/?tls=true&tlsInsecure=true' },
    'MONGO_URL',
  ],
  ['a database that asks nobody', { MONGO_URL: 'mongodb://db/?tls=true' }, 'MONGO_URL'],
  ['calls in the clear', { GRPC_CA_FILE: undefined }, 'GRPC_CA_FILE'],
  ['answers in the clear', { GRPC_CA_FILE: undefined, SERVICE_ADDRESSES: {} }, 'GRPC_CA_FILE'],
])('%s keep it from starting', (_, wrong, setting) => {
  expect(unmetTlsDemands({ ...safe, ...wrong }).map(([name]) => name)).toEqual([setting]);
  expect(unmetTlsDemands({ ...safe, ...wrong, REQUIRE_TLS: no })).toEqual([]);
  const production = { ...safe, ...wrong, LIANBAN_ENV: 'production' as const, REQUIRE_TLS: undefined };
  expect(unmetTlsDemands(production).map(([name]) => name)).toEqual([setting]);
});

test('what stays on this machine goes over no network', () => {
  expect(() =>
    readConfig({ REQUIRE_TLS: 'true', SERVICE_ADDRESSES: 'residents=127.0.0.1:7000', GRPC_PORT: '7000' }),
  ).not.toThrow();
  expect(() => readConfig({ REQUIRE_TLS: 'true', SERVICE_ADDRESSES: 'residents=10.0.0.1:7000' })).toThrow(
    'GRPC_CA_FILE: must be given, because REQUIRE_TLS is true',
  );
});

describe('in production', () => {
  const plain = {
    LIANBAN_ENV: 'production',
    KAFKA_BROKERS: 'kafka.city:9092',
    MONGO_URL: 'mongodb://user:word@db.city/?replicaSet=rs0',
    GRPC_PORT: '7000',
    BIND: '0.0.0.0',
    PERSON_TOKEN_JWKS: JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) }] }),
  };
  const lines = (env: Record<string, string>): string[] => {
    try {
      readConfig({ ...plain, ...env });
      return [];
    } catch (error) {
      return (error as Error).message.split('\n  ').slice(1);
    }
  };

  test('nothing goes in the clear, and each sentence names what would allow it', () => {
    expect(lines({})).toEqual([
      'KAFKA_TLS: must be true, because LIANBAN_ENV is production (ALLOW_PLAIN_KAFKA=true starts without)',
      'KAFKA_SASL_MECHANISM: or KAFKA_CERT must say who signs in, because LIANBAN_ENV is production (ALLOW_PLAIN_KAFKA=true starts without)',
      'MONGO_URL: must say tls=true, because LIANBAN_ENV is production (ALLOW_PLAIN_MONGO=true starts without)',
      'GRPC_CA_FILE: must be given, because LIANBAN_ENV is production (ALLOW_PLAIN_GRPC=true starts without)',
    ]);
  });

  test('what is allowed by name is one of three, and told at the start', () => {
    const names = (env: Record<string, string>) => new Set(lines(env).map((line) => line.split(':')[0]));
    expect(names({ ALLOW_PLAIN_KAFKA: 'true' })).toEqual(new Set(['MONGO_URL', 'GRPC_CA_FILE']));
    expect(names({ ALLOW_PLAIN_MONGO: 'true' })).toEqual(
      new Set(['KAFKA_TLS', 'KAFKA_SASL_MECHANISM', 'GRPC_CA_FILE']),
    );
    const all = { ALLOW_PLAIN_KAFKA: 'true', ALLOW_PLAIN_MONGO: 'true', ALLOW_PLAIN_GRPC: 'true' };
    const said: string[] = [];
    warnOfSettings(readConfig({ ...plain, ...all }), createLog('test', 'info', { write: (line) => said.push(line) }));
    expect(said.map((line) => JSON.parse(line) as object)).toMatchObject(
      Object.keys(all).map((setting) => ({ level: 'warn', setting })),
    );
    expect(plainByName({ ...safe, ALLOW_PLAIN_KAFKA: yes })).toEqual([]);
  });

  test('REQUIRE_TLS takes nothing back: not all of it at once, and nothing beside it', () => {
    expect(lines({ REQUIRE_TLS: 'false' })).toEqual([
      'REQUIRE_TLS: cannot be false in production: what may go without is named by ALLOW_PLAIN_KAFKA, ALLOW_PLAIN_MONGO, ALLOW_PLAIN_GRPC',
    ]);
    expect(unmetTlsDemands({ ...safe, ALLOW_PLAIN_MONGO: yes })).toEqual([
      ['ALLOW_PLAIN_MONGO', 'cannot be true, because REQUIRE_TLS is true'],
    ]);
  });
});
