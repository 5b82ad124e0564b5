import { readConfig } from './read';
import { unmetTlsDemands } from './tls-demands';

const safe = {
  REQUIRE_TLS: 'true' as const,
  KAFKA_BROKERS: ['kafka.kafka.svc:9093'],
  KAFKA_TLS: 'true' as const,
  KAFKA_SASL_MECHANISM: 'scram-sha-512',
  MONGO_URL: 'mongodb://lianban:word@a.db:27017,b.db:27017/?replicaSet=rs0&tls=true',
  GRPC_CA_FILE: '/etc/ca.crt',
  GRPC_PORT: 7000,
  BIND: '0.0.0.0',
  PEERS: { residents: 'residents:7000' },
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
  ['answers in the clear', { GRPC_CA_FILE: undefined, PEERS: {} }, 'GRPC_CA_FILE'],
])('%s keep it from starting', (_, wrong, setting) => {
  expect(unmetTlsDemands({ ...safe, ...wrong }).map(([name]) => name)).toEqual([setting]);
  expect(unmetTlsDemands({ ...safe, ...wrong, REQUIRE_TLS: 'false' })).toEqual([]);
});

test('what stays on this machine goes over no network', () => {
  expect(() => readConfig({ REQUIRE_TLS: 'true', PEERS: 'residents=127.0.0.1:7000', GRPC_PORT: '7000' })).not.toThrow();
  expect(() => readConfig({ REQUIRE_TLS: 'true', PEERS: 'residents=10.0.0.1:7000' })).toThrow(
    'GRPC_CA_FILE: must be given, because REQUIRE_TLS is true',
  );
});
