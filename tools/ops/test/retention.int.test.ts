import { join } from 'node:path';
import { Readable } from 'node:stream';
import { department } from '@lianban/casework';
import { retentionTable } from '@lianban/manifest';
import { gridFileStore } from '@lianban/mongo';
import { casework } from '@lianban/protos';
import { readConfig } from '@lianban/runtime';
import { createLog } from '@lianban/telemetry';
import { City, aStep, answered, firstDay, stepRequested, until } from '@lianban/testing';
import { type CityInspector, inspectCity } from '../src/inspect/city';
import { hold, proofOf, release } from '../src/retention/holds';
import { retention } from '../src/retention/run';

const { v1 } = casework;
const folder = join(__dirname, '..', '..', '..', 'packages', 'casework', 'test', 'inspections');
const table = retentionTable();
const why = { operator: 'op-1', reason: 'the yearly run' };
const dayMs = 24 * 60 * 60 * 1000;

const city = new City();
let ops: CityInspector;
let desk: ReturnType<City['desk']>;

const decidesAtOnce = department({
  name: 'permits',
  folder,
  items: [{ code: 'plain', rule: () => ({ outcome: 'granted', reason: 'conditions-met', facts: {}, grounds: [] }) }],
});

beforeAll(async () => {
  await city.open();
  const service = await city.start(decidesAtOnce);
  desk = city.desk(service);
  ops = await inspectCity(readConfig({ ...city.servers.env, TIME_TRAVEL: 'on' }), createLog('test', 'silent'));
  for (const [n, name] of names.entries()) await handedIn(name, `FM${n}`);
  // Handed in again with an application that is still under way.
  await handedIn('again', 'FM-shared');
  await city.pass(3650 + 30, service);
});
afterAll(async () => {
  await ops.close();
  await city.close();
});

const db = (service: string) => city.servers.db(service);
const numbers: Record<string, string> = {};
/** due and shared: past their retention; the others for one reason each not. */
const names = ['due', 'shared', 'held', 'young', 'objectionOpen', 'caseOpen', 'needsOperator'] as const;

/** An application as applications stores it, with a case the department really has, a paper, a note, an objection and a consent. */
async function handedIn(name: string, own: string): Promise<void> {
  const reference = name === 'shared' ? 'FM-shared' : own;
  const ref = aStep('permits', 'plain', 'licence');
  const number = ref.applicationNumber;
  numbers[name] = number;
  const decidedBy = name === 'caseOpen' ? v1.DecidedBy.OFFICER : v1.DecidedBy.RULE;
  const materials = [{ code: 'drawing', grade: 'C', reference }];
  const id = await city.telling.say(v1.StepRequested, stepRequested(ref, { decidedBy, materials }));
  // The desk reads what a majority has: a count of what one server has may be ahead of it.
  await until('the case is there', () =>
    db('permits')
      .collection('cases', { readConcern: 'majority' })
      .countDocuments({ _id: id as never }),
  );
  const note = { caseId: id, audience: 'officers', text: 'Called.', key: 'k' };
  answered(await desk.addNote(note, { onBehalfOf: 'officer:o-1' }));

  const day = (n: number) => new Date(firstDay.getTime() + n * dayMs);
  const ends: Readonly<Record<string, object>> = {
    young: { endedAt: day(60), ending: 'completed' },
    needsOperator: { endedAt: day(1), ending: 'needs-operator' },
    again: { endedAt: null, ending: null },
  };
  const steps = { licence: { status: 'granted', ...(name === 'objectionOpen' && { reviewBy: day(4000) }) } };
  const document = (_id: string, state: object) =>
    ({ _id, version: 1, seen: {}, sent: {}, lastBatch: '', asks: [], wakeAt: null, askAt: null, state }) as never;
  const state = {
    number,
    residentId: 'r-1',
    materials: [],
    steps,
    ...(ends[name] ?? { endedAt: day(1), ending: 'completed' }),
  };
  await db('applications').collection('applications').insertOne(document(number, state));
  await db('applications')
    .collection('objections')
    .insertOne(document(`OB-${number}`, { applicationNumber: number, step: 'licence', text: 'No.' }));
  await db('residents')
    .collection('consents')
    .insertOne(document(`${number}.permits.plain`, { residentId: 'r-1', application: number, status: 'given' }));
  if (
    (await db('applications')
      .collection('materials')
      .countDocuments({ _id: reference as never })) > 0
  )
    return;
  await db('applications')
    .collection('materials')
    .insertOne(document(reference, { status: 'used', ownerId: 'r-1' }));
  await gridFileStore(db('applications')).write(reference, Readable.from([Buffer.from('paper')]));
}

/** What is left of an application, by collection. */
async function left(name: string) {
  const number = numbers[name]!;
  const n = async (service: string, collection: string, filter: object) =>
    db(service).collection(collection).countDocuments(filter);
  return {
    applications: await n('applications', 'applications', { _id: number }),
    objections: await n('applications', 'objections', { 'state.applicationNumber': number }),
    consents: await n('residents', 'consents', { 'state.application': number }),
    cases: await n('permits', 'cases', { _id: `${number}/licence` }),
    notes: await n('permits', 'notes', { 'state.caseId': `${number}/licence` }),
  };
}
const uploads = async () => {
  const ids = async (collection: string, field: string) =>
    (await db('applications').collection(collection).distinct(field)).map(String).toSorted();
  return [await ids('materials', '_id'), await ids('contents.files', '_id'), await ids('contents.chunks', 'files_id')];
};
const all = { applications: 1, objections: 1, consents: 1, cases: 1, notes: 1 };
const none = { applications: 0, objections: 0, consents: 0, cases: 0, notes: 0 };
const everybody = [...names, 'again'];

test('a dry run counts what is due by law, says what is kept and why, and changes nothing', async () => {
  await hold(ops, numbers['held']!, why);
  const { data } = await retention(ops, table, undefined);
  expect(data).toMatchObject({
    table: table.version,
    due: [
      { service: 'permits', collection: 'cases', item: 'plain', due: 2, law: expect.stringContaining('ten years') },
      { service: 'applications', collection: 'applications', due: 2 },
    ],
    kept: { held: 1, 'objection-open': 1, 'under-way': 1 },
  });
  for (const name of everybody) expect([name, await left(name)]).toEqual([name, all]);
});

test('interrupted anywhere, the next run goes on: what is due is gone, and nothing else', async () => {
  const before = await uploads();
  // Breaks off before each document it would erase: as often as there are any, and once more to finish.
  const breaking = (after: number): CityInspector => {
    let erased = 0;
    return {
      ...ops,
      services: ops.services.map((service) => {
        const { retention: real } = service.store;
        const erase: typeof real.erase = async (...which) => {
          if (erased++ === after) throw new Error('broken off');
          return real.erase(...which);
        };
        return { ...service, store: { ...service.store, retention: { ...real, erase } } };
      }),
    };
  };
  for (const after of [0, 1, 0]) await expect(retention(breaking(after), table, why)).rejects.toThrow('broken off');
  const { data } = await retention(ops, table, why);
  expect(data).toMatchObject({
    erased: { cases: 2, applications: 2, notes: 2, objections: 2, consents: 2, uploads: 1 },
  });

  const gone = ['due', 'shared'];
  for (const name of everybody) expect([name, await left(name)]).toEqual([name, gone.includes(name) ? none : all]);
  // FM0 was named by nothing else; the other paper is part of an application under way.
  expect(await uploads()).toEqual(before.map((ids) => ids.filter((id) => id !== 'FM0')));
  const runs = await db('applications').collection('retentionRuns').find().toArray();
  expect(runs).toMatchObject([{ table: table.version, finishedAt: expect.any(Date) }]);
});

test('the proof can be asked for by an id, and holds none', async () => {
  const proofs = await db('applications').collection('retentionProofs').find().toArray();
  const text = JSON.stringify(proofs);
  for (const name of everybody) expect(text).not.toContain(numbers[name]);
  expect(text).not.toContain('r-1');
  expect((await proofOf(ops, `${numbers['due']!}/licence`)).data).toMatchObject([
    { collection: 'cases', erased: { cases: 1, notes: 1, uploads: 1 } },
  ]);
  expect((await proofOf(ops, numbers['held']!)).lines).toEqual(['nothing of this id was erased']);
});

test('what was held goes once it is released; a second run erases nothing', async () => {
  await release(ops, numbers['held']!, why);
  expect((await retention(ops, table, why)).data).toMatchObject({ erased: { cases: 1, applications: 1 } });
  expect(await left('held')).toEqual(none);
  expect((await retention(ops, table, why)).data).toMatchObject({ due: [], erased: {} });
});

test('mandates go when their time is over, unless one of the two is held', async () => {
  const endedAt = firstDay;
  const mandates = db('residents').collection('mandates');
  const of = (id: string, principalId: string, status = 'revoked') =>
    ({
      _id: id,
      version: 1,
      asks: [],
      wakeAt: null,
      askAt: null,
      state: { status, endedAt, principalId, agentId: 'r-9' },
    }) as never;
  await mandates.insertMany([of('MD1', 'r-1'), of('MD2', 'r-2'), of('MD3', 'r-1', 'in-force')]);
  await hold(ops, 'r-2', why);
  expect((await retention(ops, table, why)).data).toMatchObject({ erased: { mandates: 1 }, kept: { held: 1 } });
  expect(await mandates.distinct('_id')).toEqual(['MD2', 'MD3']);
});
