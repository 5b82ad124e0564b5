import { connect as connectTls } from 'node:tls';
import { readFileSync } from 'node:fs';
import { connect, grpcSecurity } from '@lianban/grpc';
import { type SecureStack, cityServices, renewCertificates, secureCalls, secureThrowAwayStack } from '@lianban/infra';
import { type casework, messageTypeRegistry, openFor, residents } from '@lianban/protos';
import { openerOf, readRingKeys } from '@lianban/vault';
import { requestTopics } from '@lianban/steps';
import { Kafka, logLevel } from 'kafkajs';
import { MongoClient } from 'mongodb';
import { type ReadRecord, decode, readTopics } from '../src/topics';
import { applicationWhen, ended, waitFor } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { fourDepartments, stepsOfFour } from './harness/four-departments';
import { ops } from './harness/ops';

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
  return number;
};
const refusal = (of: Promise<unknown>): Promise<string> =>
  of.then(
    () => 'let in',
    (error: unknown) => String(error),
  );
const mongoOf = (user: string) => new MongoClient(stack.place.secrets.mongoUrl(user, stack.place.ports.mongo).text);

test('one application passes through four departments, all of them over TLS and each as itself', async () => {
  expect(await completed(1)).toMatch(/^LB/);
});

/** What a department makes of a record with the key it was given; undefined when it cannot open it. */
function openedBy(department: string, record: ReadRecord): casework.v1.StepRequested | undefined {
  const { fileOf } = stack.place.secrets.requestKeys([department]);
  const keys = readRingKeys(readFileSync(fileOf(department), 'utf8'));
  if ('wrong' in keys) throw new Error(keys.wrong);
  const place = { service: 'applications', subject: record.subject, sequence: record.sequence };
  try {
    const type = messageTypeRegistry.get(record.type)!;
    return openFor(type, decode(record), place, openerOf(keys)) as casework.v1.StepRequested;
  } catch {
    return undefined;
  }
}

test('a department reads on the topic what is asked of it, and of nobody else', async () => {
  const departments = services.filter(({ kind }) => kind === 'department').map(({ name }) => name);
  const topics = departments.map((name) => city.prefix + requestTopics.of(name));
  const records = await readTopics(city.brokers, topics, city.security);
  const requests = records.filter(({ type }) => type === 'casework.v1.StepRequested');
  expect(requests.map(({ subject }) => subject.split('/')[1]).toSorted()).toEqual([...stepsOfFour].toSorted());
  for (const record of requests) {
    const { ref, answers, earlier, materials, residentId, filedBy } = decode(record) as casework.v1.StepRequested;
    expect({ answers, earlier, materials, residentId, filedBy }).toEqual({
      ...{ answers: undefined, earlier: undefined, materials: [], residentId: '', filedBy: [] },
    });
    for (const word of ['contract-ended', 'resident-1', 'counter-1', 'BD-2026-000001'])
      expect([word, record.value.includes(word)]).toEqual([word, false]);
    expect(record.topic).toBe(city.prefix + requestTopics.of(ref!.department));
    const readers = departments.filter((name) => openedBy(name, record));
    expect(readers).toEqual([ref?.department]);
    expect(openedBy(ref!.department, record)).toMatchObject({ residentId: 'resident-1', filedBy: ['counter-1'] });
  }
});

test('operators see that nothing is missing, with none of these keys', async () => {
  const number = await completed(3);
  const run = (...args: readonly string[]) => ops(city, stack.mongoUrl, ...args);
  expect(await run('case', number)).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing is missing') });
  expect(await run('verify')).toMatchObject({ code: 0, stdout: expect.stringContaining('0 differences') });
});

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
