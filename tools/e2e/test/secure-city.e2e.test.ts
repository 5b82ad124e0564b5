import { connect as connectTls } from 'node:tls';
import { readFileSync } from 'node:fs';
import { connect, grpcSecurity } from '@lianban/grpc';
import { type SecureStack, cityServices, renewCertificates, secureCalls, secureThrowAwayStack } from '@lianban/infra';
import { residents } from '@lianban/protos';
import { Kafka, logLevel } from 'kafkajs';
import { MongoClient } from 'mongodb';
import { applicationWhen, ended, waitFor } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { fourDepartments } from './harness/four-departments';

const services = cityServices();
const storing = services.filter(({ kind }) => kind !== 'edge').map(({ name }) => name);
let stack: SecureStack;
let city: TestCity;
beforeAll(async () => {
  stack = await secureThrowAwayStack(storing);
  city = await startCity({ name: 'secure-city', servers: stack, secure: stack, residents: 3 });
});
afterAll(async () => {
  await city?.stop();
  await stack?.stop();
});

const completed = async (n: number) => {
  const resident = city.assisted(n);
  const number = await resident.submit(fourDepartments);
  await applicationWhen(resident, number, 'it is completed', ended('completed'));
};
const refusal = (of: Promise<unknown>): Promise<string> =>
  of.then(
    () => 'let in',
    (error: unknown) => String(error),
  );
const mongoOf = (user: string) => new MongoClient(stack.place.secrets.mongoUrl(user, stack.place.ports.mongo).text);

test('one application passes through four departments, all of them over TLS and each as itself', () => completed(1));

test('a department reads its own database and nobody else’s', async () => {
  const client = mongoOf('permits');
  try {
    expect(await client.db(`${city.prefix}permits`).collection('cases').countDocuments()).toBeGreaterThan(0);
    const others = client.db(`${city.prefix}residents`).collection('residents');
    expect(await refusal(others.countDocuments())).toMatch(/not authorized/);
  } finally {
    await client.close();
  }
});

test('who is not known reaches neither server', async () => {
  const plain = new MongoClient(`mongodb://127.0.0.1:${stack.place.ports.mongo}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
  });
  expect(await refusal(plain.db('admin').command({ listDatabases: 1 }))).toMatch(/closed|Timed out|ECONNRESET/i);
  await plain.close();
  const tls = { tls: true, tlsCAFile: stack.place.secrets.caFile };
  const nobody = new MongoClient(`mongodb://127.0.0.1:${stack.place.ports.mongo}/?directConnection=true`, tls);
  expect(await refusal(nobody.db('admin').command({ listDatabases: 1 }))).toMatch(/requires authentication/);
  await nobody.close();

  const ca = [readFileSync(stack.place.secrets.caFile, 'utf8')];
  const unsigned = new Kafka({
    brokers: [...city.brokers],
    ssl: { ca },
    connectionTimeout: 1_000,
    retry: { retries: 0 },
    logLevel: logLevel.NOTHING,
  }).admin();
  expect(await refusal(unsigned.connect().then(() => unsigned.listTopics()))).not.toBe('let in');
  await unsigned.disconnect();
});

test('a call without a certificate is not answered, and a department may not call what it does not need', async () => {
  const { ResidentsServiceService } = residents.v1;
  const address = city.address('residents');
  const ask = {
    residentId: 'resident-1',
    purpose: { caseId: 'N/licence', purpose: 'curiosity', department: 'permits' },
  };
  const without = connect(ResidentsServiceService, address, 'gateway', 'residents');
  expect(await refusal(without.call.get(ask))).not.toBe('let in');
  without.close();

  const asPermits = grpcSecurity('permits', secureCalls(stack.place, 'permits'), { error: () => undefined });
  for (const [name, answer] of [
    ['gateway', /UNAUTHENTICATED/],
    ['permits', /PERMISSION_DENIED/],
  ] as const) {
    const permits = connect(ResidentsServiceService, address, name, 'residents', [], asPermits);
    expect(await refusal(permits.call.get(ask))).toMatch(answer);
    permits.close();
  }
});

/** The fingerprint of the certificate a server shows now. */
const shown = (port: number) =>
  new Promise<string>((resolve, reject) => {
    const ca = readFileSync(stack.place.secrets.caFile);
    const socket = connectTls({ host: '127.0.0.1', port, ca }, () => {
      resolve(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
    socket.once('error', reject);
  });

test('certificates are replaced while the city works', async () => {
  const { kafka, mongo } = stack.place.ports;
  const before = await Promise.all([kafka, mongo].map(shown));
  await renewCertificates(
    stack.place,
    services.map(({ name }) => name),
  );
  await waitFor('both servers show new ones', async () => {
    const after = await Promise.all([kafka, mongo].map(shown));
    return after.every((each) => !before.includes(each)) || undefined;
  });
  await completed(2);
});
