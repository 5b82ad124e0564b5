import * as contracts from '@lianban/protos';
import { applicationWhen, ended } from '../src/wait-for';
import { processesOf } from './fuzz/alive';
import { type BrokenCall, brokenCalls, emptyCall } from './fuzz/broken-calls';
import { grpcTarget } from './fuzz/grpc-target';
import { chanceOf } from './fuzz/chance';
import { eachOf } from './fuzz/each-of';
import { sendBroken } from './fuzz/send-broken';
import { type TestCity, startCity } from './harness/city';
import { fourDepartments } from './harness/four-departments';
import { testServers } from './harness/servers';

// The seed is fixed, so that a failure is caused by the change under test; LIANBAN_FUZZ=20 makes twenty times as many calls.
const rounds = Number(process.env.LIANBAN_FUZZ ?? 1);
const seed = 20260303;

let city: TestCity;
let faultsOfProcesses: () => Promise<string[]>;
beforeAll(async () => {
  // Words are enough, so that a call reaches its handler.
  const env = { ALLOW_UNPROVEN_PERSONS: 'true' };
  city = await startCity({ name: 'broken-calls', servers: testServers(), residents: 2, env });
  faultsOfProcesses = processesOf(city);
});
afterEach(async () => expect(await faultsOfProcesses()).toEqual([]));
afterAll(() => city?.stop());

/** The paths of all methods in a contract. */
const methodsIn = (contract: object): string[] =>
  Object.entries(contract).flatMap(([name, part]: [string, unknown]) => {
    if (typeof part !== 'object' || part === null) return [];
    if (!name.endsWith('Service')) return methodsIn(part);
    return Object.values(part as Record<string, { path: string }>).map(({ path }) => path);
  });
const methods = methodsIn(contracts);

const unimplemented = 12;
/** Whether the service failed: UNKNOWN, UNAVAILABLE, or our own INTERNAL; gRPC answers another INTERNAL for unreadable messages. */
const isOurs = (status: number | undefined, message: string) =>
  status === 2 || status === 14 || (status === 13 && message === 'internal error');

const services = ['applications', 'residents', 'employment', 'social-assistance', 'elderly-care', 'permits'];

test.each(services)('broken calls to every method of %s', async (service) => {
  expect(methods.length).toBeGreaterThan(60);
  const target = grpcTarget(city.address(service));
  const faults: string[] = [];
  let answered = 0;
  const call = async (path: string, broken: BrokenCall) => {
    const { status, message, isSilent } = await target.call(path, broken);
    if (isSilent) faults.push(`${path}: ${broken.name}: no answer`);
    if (isOurs(status, message)) faults.push(`${path}: ${broken.name}: ${status} ${message}`);
    return status;
  };
  const toAll = (round: number) =>
    eachOf([...methods.entries()], async ([nth, path]) => {
      if ((await call(path, emptyCall)) === unimplemented) return;
      answered += 1;
      for (const broken of brokenCalls(chanceOf(seed + 1_000 * round + nth))) await call(path, broken);
    });
  try {
    for (let round = 0; round < rounds; round += 1) await toAll(round);
  } finally {
    target.close();
  }
  expect(answered).toBeGreaterThan(2);
  expect(faults).toEqual([]);
});

test.each(services)('bytes that are no gRPC, to %s', async (service) => {
  const port = Number(city.address(service).split(':')[1]);
  const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
  const chance = chanceOf(seed);
  await eachOf(
    [
      [chance.bytes(500)],
      ['GET / HTTP/1.1\r\nHost: here\r\n\r\n'],
      [preface],
      [preface, chance.bytes(500)],
      [preface, Buffer.from('000000040000000000', 'hex'), chance.bytes(500)],
      [preface, Buffer.from('ffffff000000000001', 'hex')],
      [Buffer.from('160301', 'hex'), chance.bytes(200)],
    ],
    async (packets) => void (await sendBroken(port, { name: '', packets, then: 'end' })),
  );
});

test('a normal application still goes through', async () => {
  const resident = city.assisted(2);
  const number = await resident.submit(fourDepartments);
  await applicationWhen(resident, number, 'it is completed', ended('completed'));
});
