import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { applications } from '@lianban/applications';
import { employment } from '@lianban/employment';
import type { ServiceClient } from '@lianban/grpc';
import { permits } from '@lianban/permits';
import { applications as a, casework, openFor } from '@lianban/protos';
import type { Running } from '@lianban/runtime';
import { requestTopics } from '@lianban/steps';
import { City, aStep, answered, materials, stepRequested, until } from '@lianban/testing';
import { openerOf, readRingKeys } from '@lianban/vault';

const { v1 } = casework;
type Heard = City['telling']['heard'][number];
const newKeys = () => `2026-12 aes-256-gcm ${randomBytes(32).toString('base64')}`;
const keys = { permits: newKeys(), employment: newKeys() };
const folder = mkdtempSync(join(tmpdir(), 'lianban-request-keys-'));
const city = new City();
const { telling, servers } = city;

let calls: ServiceClient<typeof a.v1.ApplicationsServiceService>;
let uploads: ServiceClient<typeof a.v1.MaterialsServiceService>;
let desk: ReturnType<City['desk']>;
beforeAll(async () => {
  for (const [name, text] of Object.entries(keys)) writeFileSync(join(folder, name), text);
  await city.open();
  const service = await city.start(applications, { REQUEST_KEYS_FOLDER: folder });
  calls = city.caller(service, a.v1.ApplicationsServiceService);
  uploads = city.caller(service, a.v1.MaterialsServiceService);
  desk = city.desk(await city.start(permits, { REQUEST_KEYS: keys.permits }));
});
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true });
});

const openShop = async (residentId: string): Promise<string> => {
  const answers = { reason: 'dismissed', lastWorkedOn: '2026-01-31', savingsCents: 5_000_000, premisesArea: 40 };
  const said = { package: 'open-small-shop', residentId, district: '410105', answers, idempotencyKey: randomUUID() };
  return answered(await calls.submit(a.v1.SubmitRequest.fromPartial(said))).applicationNumber;
};

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQImWP4//8/AAX+Av5Y8msOAAAAAElFTkSuQmCC',
  'base64',
);
const nothing = Buffer.alloc(0);
async function* sent(ownerId: string) {
  yield { header: { ownerId, agentId: '', type: 'image/png', name: '' }, content: nothing, last: false };
  yield { header: undefined, content: png, last: false };
  yield { header: undefined, content: nothing, last: true };
}
const uploaded = async (code: string, ownerId: string) => {
  const { reference } = answered(await uploads.upload(sent(ownerId)));
  return { code, grade: 'C', reference };
};

/** The first message of this type that applications said of a step, as it lies on the topic. */
const recordOf = async (type: { readonly $type: string }, subject: string): Promise<Heard> =>
  until(`a ${type.$type} about ${subject}`, () =>
    telling.heard.find(({ headers }) => headers['ce_type'] === type.$type && headers['ce_subject'] === subject),
  );

/** What a request says to whoever has these keys. */
function openedWith(text: string, { headers, value }: Heard): casework.v1.StepRequested {
  const ring = readRingKeys(text);
  if ('wrong' in ring) throw new Error(ring.wrong);
  const place = { service: 'applications', subject: headers['ce_subject']!, sequence: Number(headers['ce_sequence']) };
  const type = v1.StepRequested as unknown as Parameters<typeof openFor>[0];
  return openFor(type, v1.StepRequested.decode(value), place, openerOf(ring)) as casework.v1.StepRequested;
}

const waiting = async () =>
  answered(await calls.listWaiting({})).waiting.map(
    ({ department, item, waitsFor, steps }) => `${steps} ${department} ${item} ${waitsFor}`,
  );
const onTheDesk = async (id: string) =>
  answered(await desk.listWork(v1.ListWorkRequest.fromPartial({ limit: 200 }))).cases.find((found) => found.id === id);

test('a request and its supplement are worked on by their department, and read by no other', async () => {
  const number = await openShop('resident-sealed');
  const registration = await recordOf(v1.StepRequested, `${number}/registration`);
  const { ref, answers, residentId, requestedAt, sealed } = v1.StepRequested.decode(registration.value);
  expect({ answers, residentId }).toEqual({ answers: undefined, residentId: '' });
  expect(sealed?.length).toBeGreaterThan(28);
  expect([ref?.department, requestedAt]).toEqual(['employment', expect.any(Date)]);
  expect(registration.value.includes('dismissed') || registration.value.includes('resident-sealed')).toBe(false);
  expect(openedWith(keys.employment, registration)).toMatchObject({
    answers: { reason: 'dismissed' },
    residentId: 'resident-sealed',
  });
  expect(() => openedWith(keys.permits, registration)).toThrow();
  await until('it is seen where it waits', async () =>
    (await waiting()).includes('1 employment unemployment-registration facts'),
  );

  const course = v1.StepRequested.decode((await recordOf(v1.StepRequested, `${number}/course`)).value).ref!;
  const granted = v1.StepDecided.fromPartial({
    outcome: v1.Outcome.GRANTED,
    facts: { seat: 1 },
    decidedAt: requestedAt!,
  });
  await telling.say(v1.StepDecided, { ...granted, ref: course }, 'employment');
  const id = `${number}/licence`;
  const { missing } = await telling.next(v1.SupplementRequested, id);
  expect(missing.map(({ code }) => code)).toEqual(['health-certificates', 'hygiene-layout']);

  const codes = ['health-certificates', 'hygiene-layout'];
  const copies = await Promise.all(codes.map((code) => uploaded(code, 'resident-sealed')));
  const more = { applicationNumber: number, residentId: 'resident-sealed', step: 'licence', materials: copies };
  answered(await calls.supplement(a.v1.SupplementRequest.fromPartial(more)));
  const supplement = v1.SupplementProvided.decode((await recordOf(v1.SupplementProvided, id)).value);
  expect(supplement).toMatchObject({ answers: undefined, materials: [], providedAt: expect.any(Date) });
  expect(supplement.sealed?.length).toBeGreaterThan(28);
  const found = await until('the case is on the desk', () => onTheDesk(id));
  expect(found.answers).toEqual({ premisesArea: 40 });
  expect(found.materials.map(({ code }) => code).toSorted()).toEqual(['health-certificates', 'hygiene-layout']);
});

const ops = async (...args: readonly string[]): Promise<string> => {
  const program = join(__dirname, '../../ops/bin/lianban-ops.js');
  const env = { ...process.env, ...servers.env };
  return (await promisify(execFile)(process.execPath, [program, ...args], { env })).stdout;
};
const lettersOf = async (subject: string): Promise<Heard> => {
  const isOne = ({ headers }: Heard) => headers['ce_subject'] === subject;
  return (await servers.read(`${requestTopics.of('employment')}.employment.dlt`, (found) => found.some(isOne))).find(
    isOne,
  )!;
};

test('a department with another key cannot read it; with its own, it decides what operators send again', async () => {
  const number = await openShop('resident-late');
  const subject = `${number}/registration`;
  const heard = (service: Running) => city.servers.db(service.app.name).collection('cases').countDocuments();
  const wrong = await city.start(employment, { REQUEST_KEYS: newKeys() });
  const { headers } = await lettersOf(subject);
  expect(headers['kafka_dlt-exception-message']).toMatch(/^dead: not a casework.v1.StepRequested/);
  expect(await heard(wrong)).toBe(0);
  await wrong.stop();

  const right = await city.start(employment, { REQUEST_KEYS: keys.employment });
  await ops('dlt', 'replay', 'employment', number, '--apply', '--reason', 'its key is there now');
  await until('both steps are cases', async () => (await heard(right)) === 2);
  await telling.next(v1.StepDecided, subject);
  expect(await ops('case', number)).toContain('nothing is missing');
  await ops('replay', '--group', 'employment', '--key', number, '--apply', '--reason', 'nothing is to come of it');
  expect(await heard(right)).toBe(2);
});

test('a sealed part in a record of another application is a dead letter', async () => {
  const number = await openShop('resident-moved');
  const { value } = await recordOf(v1.StepRequested, `${number}/registration`);
  const { sealed } = v1.StepRequested.decode(value);
  const ref = aStep('employment', 'unemployment-registration', 'registration');
  const subject = await telling.say(v1.StepRequested, { ...stepRequested(ref), sealed });
  const { headers } = await lettersOf(subject);
  expect(headers['kafka_dlt-exception-message']).toMatch(/^dead: not a casework.v1.StepRequested/);
});

test('what applications of the release before asks, in the clear, is decided as ever', async () => {
  const ref = aStep('permits', 'home-adaptation-permit');
  const answers = { ownerConsent: true, touchesStructure: false };
  const papers = materials('ownership-proof', 'adaptation-plan');
  const subject = await telling.say(v1.StepRequested, stepRequested(ref, { answers, materials: papers }));
  expect(await telling.next(v1.StepDecided, subject)).toMatchObject({ outcome: v1.Outcome.GRANTED });
});
