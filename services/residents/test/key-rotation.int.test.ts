import { randomBytes } from 'node:crypto';
import { residents as own } from '@lianban/protos';
import type { Running } from '@lianban/runtime';
import { City, answered, until } from '@lianban/testing';
import { type SealRun, askedRun } from '@lianban/vault';
import { residents } from '../src';
import { somebody } from './people';

const { v1 } = own;
const city = new City();
const unnamed = randomBytes(32).toString('base64');
const line = (id: string, cipher = 'aes-256-gcm') => `${id} ${cipher} ${randomBytes(32).toString('base64')}`;
const [first, second] = [line('2026-12'), line('2027-12', 'sm4')];
const ends = new Date('2026-12-01T00:00:00Z');
const me = { onBehalfOf: 'resident:r-1' };
const officer = { onBehalfOf: 'officer:o-1' };
const purpose = { caseId: 'LB1/licence', purpose: 'case-handling', department: 'permits' };
const passport = { ...somebody(3), idKind: 'passport', idNumber: 'E12345678', birthDate: '1990-05-01' };

let process: Running | undefined;
beforeAll(() => city.open());
afterAll(() => city.close());

/** One process of `residents` at a time, with these keys. */
async function startWith(keys: string) {
  await process?.stop();
  process = await city.start(residents, { RESIDENTS_KEY: keys });
  const running = process;
  const of = <D extends Parameters<typeof city.caller>[1]>(definition: D) => city.caller(running, definition);
  return {
    register: of(v1.ResidentsServiceService),
    mandates: of(v1.MandatesServiceService),
    corrections: of(v1.CorrectionsServiceService),
    questions: of(v1.ReadQuestionsServiceService),
    contacts: of(v1.ContactsServiceService),
    drafts: city.caller(running, v1.DraftsServiceService, 'gateway'),
  };
}
type Calls = Awaited<ReturnType<typeof startWith>>;

async function fill({ register, mandates, corrections, questions, contacts, drafts }: Calls): Promise<void> {
  for (const person of [somebody(1), somebody(2), passport]) answered(await register.register(person));
  answered(await contacts.putEmail({ residentId: 'r-1', email: 'wang@example.org' }, me));
  const { idNumber, name } = somebody(2);
  const mandate = { principalId: 'r-1', agentId: '', packages: [], until: ends, other: { idNumber, name } };
  answered(await mandates.give(mandate, me));
  const draft = { residentId: 'r-1', forId: 'r-1', package: 'open-small-shop' };
  answered(await drafts.save({ draft, answers: { words: '草稿' }, materials: [], step: '', version: 0 }, me));
  const asked = { residentId: 'r-1', field: 'name', value: '王秀丽', reference: 'FM1' };
  const { correctionId } = answered(await corrections.ask(asked, me));
  answered(await corrections.decide({ correctionId, district: '', grant: false, reason: '不清楚。' }, officer));
  answered(await register.recordRead({ residentId: 'r-1', purpose, fields: ['case'] }, officer));
  const [read] = answered(
    await register.listReads(v1.ListReadsRequest.fromPartial({ residentId: 'r-1', withoutOwn: true })),
  ).reads;
  const { questionId } = answered(await questions.ask({ residentId: 'r-1', readId: read!.id }));
  const answer = { questionId, department: 'permits', by: 'supervisor:s-1', text: '核对材料。' };
  answered(await questions.answer(answer, { onBehalfOf: 'supervisor:s-1' }));
}

/** All that is sealed under RESIDENTS_KEY, as its readers have it. */
async function told({ register, mandates, corrections, contacts, drafts }: Calls) {
  const found = (idKind: string, idNumber: string) => register.find({ idKind, idNumber, purpose }, officer);
  const reads = v1.ListReadsRequest.fromPartial({ residentId: 'r-1', withoutOwn: true, limit: 100 });
  return {
    byCard: answered(await found('identity-card', somebody(1).idNumber)),
    byPassport: answered(await found('passport', passport.idNumber)),
    again: [
      await register.register(somebody(2)),
      await register.register({ ...somebody(9), idNumber: somebody(1).idNumber }),
    ],
    email: answered(await contacts.getOwn({ residentId: 'r-1', purpose: undefined }, me)).email,
    names: answered(await mandates.list({ residentId: 'r-1', limit: 0, cursor: '' })).given.map((m) => [
      m.principalName,
      m.agentName,
    ]),
    draft: answered(await drafts.list({ residentId: 'r-1', forId: '' }, me)).drafts.map(({ answers }) => answers),
    correction: answered(await corrections.list({ residentId: 'r-1' }, me)).corrections.map(({ value, reason }) => [
      value,
      reason,
    ]),
    answer: answered(await register.listReads(reads)).reads.flatMap(({ question }) => question?.answer || []),
  };
}

const runs = () => city.servers.db('residents').collection<SealRun>('sealing');
const ownRuns = () =>
  runs()
    .find({ own: { $exists: true } })
    .toArray();
async function sealAnew(): Promise<Record<string, number | undefined>> {
  await runs().updateMany({ own: { $exists: true } }, { $set: askedRun(new Date(0)) });
  await until('all of it is sealed anew', async () => (await ownRuns()).every(({ finishedAt }) => finishedAt));
  return Object.fromEntries((await ownRuns()).map(({ own: of, sealed }) => [of!.collection, sealed]));
}

test('the key of the register is rotated: from one without an id to one with, and on to another cipher, while people are found', async () => {
  const before = await startWith(unnamed);
  await fill(before);
  const expected = await told(before);
  expect(expected).toMatchObject({
    byCard: { residentId: 'r-1', name: '王秀兰1' },
    byPassport: { residentId: 'r-3' },
    again: [{ residentId: 'r-2' }, { refused: 'already-registered' }],
    email: 'wang@example.org',
    names: [['王秀兰1', '王秀兰2']],
    draft: [{ words: '草稿' }],
    correction: [['王秀丽', '不清楚。']],
    answer: ['核对材料。'],
  });

  expect(await told(await startWith(`unnamed aes-256-gcm ${unnamed}\n${first}`))).toEqual(expected);
  const all = { people: 3, mandates: 1, drafts: 1, corrections: 1, readQuestions: 1 };
  const both = await startWith(`${first}\nunnamed aes-256-gcm ${unnamed}`);
  expect(await told(both)).toEqual(expected);
  expect(await sealAnew()).toEqual(all);
  expect(await sealAnew()).toEqual({ people: 0, mandates: 0, drafts: 0, corrections: 0, readQuestions: 0 });
  expect(await told(await startWith(first))).toEqual(expected);

  await startWith(`${second}\n${first}`);
  expect(await sealAnew()).toEqual(all);
  expect(await told(await startWith(second))).toEqual(expected);
});
