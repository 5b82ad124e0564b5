import { join } from 'node:path';
import { casework } from '@lianban/protos';
import { department } from '../src/office/department';
import type { ItemRules } from '../src/office/item-rules';
import type { Running } from '@lianban/runtime';
import { City, until, aStep, answered, stepRequested } from '@lianban/testing';

const { v1 } = casework;
const by = (officer: string) => ({ onBehalfOf: `officer:${officer}` });
const supervisor = { onBehalfOf: 'supervisor:s-1' };

const plain: ItemRules = {
  code: 'plain',
  rule: ({ findings }) => ({
    outcome: findings.passed === true ? 'granted' : 'refused',
    reason: findings.passed === true ? 'conditions-met' : 'inspection-failed',
    facts: typeof findings.amountCents === 'number' ? { amountCents: findings.amountCents } : {},
    grounds: [{ code: 'inspection', version: '1', met: findings.passed === true }],
  }),
};

const city = new City();
let service: Running;
let desk: ReturnType<City['desk']>;
beforeAll(async () => {
  await city.open();
  service = await city.start(department({ name: 'permits', folder: join(__dirname, 'inspections'), items: [plain] }));
  desk = city.desk(service);
});
afterAll(() => city.close());

const list = async (more: Partial<casework.v1.ListWorkRequest>, officer = 'o-1') =>
  answered(await desk.listWork(v1.ListWorkRequest.fromPartial({ limit: 200, ...more }), by(officer)));
const idsOf = ({ cases }: casework.v1.ListWorkResponse) => cases.map(({ id }) => id);

/** Cases on the desk, each with its promised days. */
async function arrived(step: string, promisedDays: readonly number[], district = '410105'): Promise<string[]> {
  const ids: string[] = [];
  for (const days of promisedDays) {
    const more = { decidedBy: v1.DecidedBy.OFFICER, promisedDays: days, district };
    ids.push(await city.telling.say(v1.StepRequested, stepRequested(aStep('permits', 'plain', step), more)));
  }
  await until('the cases are on the desk', async () => (await list({ step })).cases.length === promisedDays.length);
  return ids;
}

test('the queue goes by the promised limit left, a clock that stands still taking its turn, over any number of pages', async () => {
  const [ten, two, five, standing] = (await arrived('sorted', [10, 2, 5, 3])) as [string, string, string, string];
  for (const id of [ten, two, five, standing]) answered(await desk.accept({ id, version: 0 }, by('o-1')));
  answered(await desk.pause({ id: standing, version: 0, reason: 'hearing' }, by('o-1')));

  const whole = await list({ step: 'sorted', counts: true });
  expect(idsOf(whole)).toEqual([two, standing, five, ten]);
  expect(whole.cases.map(({ clock }) => [clock?.running, clock?.leftDays, clock?.level])).toEqual([
    [true, 2, 'amber'],
    [false, 3, 'amber'],
    [true, 5, 'green'],
    [true, 10, 'green'],
  ]);
  expect(whole.counts).toMatchObject({ total: 4 });
  expect((await list({ step: 'sorted', level: 'amber', counts: true })).counts?.total).toBe(2);

  const pages: string[] = [];
  for (let cursor = '', page = 0; page === 0 || cursor; page++) {
    const next = await list({ step: 'sorted', limit: 1, cursor });
    pages.push(...idsOf(next));
    cursor = next.nextCursor;
  }
  expect(pages).toEqual([two, standing, five, ten]);
});

test('what an officer did is seen at once, and every count is the number of rows', async () => {
  const [one, two, other] = (await arrived('hands', [10, 10, 10])) as [string, string, string];
  answered(await desk.claim({ id: one, version: 0 }, by('o-5')));
  expect(idsOf(await list({ step: 'hands', holder: 'o-5' }))).toEqual([one]);
  expect(idsOf(await list({ step: 'hands', unassigned: true })).toSorted()).toEqual([two, other].toSorted());
  expect(await desk.claim({ id: one, version: 0 }, by('o-6'))).toMatchObject({ refused: 'held-by-another' });
  answered(await desk.release({ id: one, version: 0 }, by('o-5')));
  answered(await desk.claim({ id: two, version: 0 }, by('o-5')));
  expect(await desk.reassign({ id: two, version: 0, to: 'o-7' }, by('o-6'))).toMatchObject({
    refused: 'supervisor-only',
  });
  expect(await desk.reassign({ id: two, version: 0, to: 'o-7' }, supervisor)).toMatchObject({ holder: 'o-7' });

  const { counts } = await list({ counts: true }, 'o-7');
  expect(counts?.team).toBe((await list({})).cases.length);
  expect(counts?.mine).toBe((await list({ holder: 'o-7' })).cases.length);
  expect(counts?.unassigned).toBe((await list({ unassigned: true })).cases.length);
  for (const level of ['overdue', 'red', 'amber'] as const)
    expect(counts?.[level]).toBe((await list({ level })).cases.length);
});

test('an officer of one district sees its cases and those of none; a number finds cases of every status', async () => {
  const [here] = await arrived('near', [10], '410105');
  await arrived('far', [10], '410102');
  const [nowhere] = await arrived('nowhere', [10], '');
  const seen = idsOf(await list({ reach: '410105' }));
  expect(seen).toEqual(expect.arrayContaining([here, nowhere]));
  expect(seen.some((id) => id.endsWith('/far'))).toBe(false);

  const refusal = { id: here!, version: 0, outcome: v1.Outcome.REFUSED, reason: 'never-came', findings: {} };
  answered(await desk.decide(refusal, by('o-1')));
  expect(idsOf(await list({ reach: '410105' }))).not.toContain(here);
  const byNumber = await list({ text: here!.split('/')[0]!, counts: true });
  expect([idsOf(byNumber), byNumber.counts?.total]).toEqual([[here], 1]);
  expect(idsOf(await list({ status: 'decided' }))[0]).toBe(here);
});

test('a lost race is told in words: who, when and what', async () => {
  const [id] = (await arrived('race', [10])) as [string];
  const { version } = answered(await desk.getCase({ id }));
  answered(await desk.accept({ id, version }, by('o-1')));
  const lost = await desk.accept({ id, version }, by('o-2'));
  expect(lost).toMatchObject({
    refused: 'version-conflict',
    detail: expect.stringMatching(/^o-1 changed this case at 2026-03-02T.*CaseAccepted/),
  });
});

test('many cases at once: a rehearsal changes nothing, and each row has its own answer', async () => {
  const [good, held, stale] = (await arrived('bulk', [10, 10, 10])) as [string, string, string];
  answered(await desk.claim({ id: held, version: 0 }, by('o-1')));
  const rows = [good, held, stale, 'LB0/none'].map((id) => ({ id, version: id === stale ? 7 : 0 }));
  const ask = (rehearse: boolean) => desk.bulk({ act: 'accept', to: '', rows, rehearse }, supervisor);
  const expected = [
    { id: good, result: 'done', status: 'accepted', holder: 's-1' },
    { id: held, result: 'refused', slug: 'held-by-another' },
    { id: stale, result: 'refused', slug: 'version-conflict' },
    { id: 'LB0/none', result: 'refused', slug: 'case-not-found' },
  ];
  expect(await ask(true)).toMatchObject({ results: expected });
  expect(await desk.getCase({ id: good })).toMatchObject({ status: 'received', holder: '' });
  expect(await ask(false)).toMatchObject({ results: expected });
  expect(await ask(false)).toMatchObject({ results: [{ result: 'nothing-to-do' }, {}, {}, {}] });
  expect(await desk.bulk({ act: 'accept', to: '', rows, rehearse: true }, by('o-1'))).toMatchObject({
    refused: 'supervisor-only',
  });
});

test('the rule is rehearsed on findings before anybody signs them', async () => {
  const [id] = (await arrived('rehearsed', [10])) as [string];
  expect(await desk.rehearse({ id, findings: { passed: true } }, by('o-1'))).toMatchObject({
    outcome: v1.Outcome.GRANTED,
    grounds: [{ rule: 'inspection', met: true }],
  });
  expect(await desk.rehearse({ id, findings: {} }, by('o-1'))).toMatchObject({ reason: 'inspection-failed' });
  expect(await desk.getCase({ id })).toMatchObject({ status: 'received', version: 1 });
});

test('notes for colleagues stay apart from messages to the resident, and are written once', async () => {
  const [caseId] = (await arrived('noted', [10])) as [string];
  const note = { caseId, audience: 'officers', text: ' Called, nobody home. ', key: 'k-1' };
  const first = answered(await desk.addNote(note, by('o-1')));
  expect(await desk.addNote(note, by('o-1'))).toEqual(first);
  expect(await desk.addNote({ ...note, text: 'Other.' }, by('o-1'))).toMatchObject({
    refused: 'idempotency-key-reused',
  });
  answered(await desk.addNote({ ...note, audience: 'resident', text: 'We come on Friday.', key: 'k-2' }, by('o-1')));
  const textsFor = async (audience: string) =>
    answered(await desk.listNotes({ caseId, audience })).notes.map(({ text }) => text);
  expect(await textsFor('')).toEqual(['Called, nobody home.', 'We come on Friday.']);
  expect(await textsFor('resident')).toEqual(['We come on Friday.']);
  expect(await desk.addNote({ ...note, text: ' ' }, by('o-1'))).toMatchObject({ refused: 'invalid-note' });

  // Nothing that was written is pushed out of view: when the list is full, it takes no more.
  const more = Array.from({ length: 198 }, (_, nth) => desk.addNote({ ...note, key: `more-${nth}` }, by('o-1')));
  (await Promise.all(more)).map(answered);
  expect(await desk.addNote({ ...note, key: 'k-3' }, by('o-1'))).toMatchObject({ refused: 'too-many-notes' });
  expect(await desk.addNote(note, by('o-1'))).toEqual(first);
  expect(await textsFor('')).toHaveLength(200);
});

test('the board adds up', async () => {
  const board = answered(await desk.board({ days: 30, reach: '' }));
  const all = (await list({ status: '' })).cases.length;
  expect(
    board.waiting.filter(({ waitsFor }) => waitsFor === 'officer').reduce((sum, { cases }) => sum + cases, 0),
  ).toBe(all);
  expect(board.holders.reduce((sum, { cases }) => sum + cases, 0)).toBe(all);
  expect(board.ages[0]?.cases).toBe(all);
  expect([board.decided, board.onTime]).toEqual([1, 1]);
  expect(board.received).toBe(all + board.decided);
  expect(board.days.at(-1)).toEqual({ day: '2026-03-02', received: board.received, closed: 1 });
});

test('every list, count and figure is answered from an index, also what sweepers look for, and counting reads no case', async () => {
  const db = city.servers.db('permits');
  await db.command({ profile: 2 });
  await list({ counts: true });
  await list({ holder: 'o-1', level: 'amber' });
  await list({ unassigned: true, item: 'plain', district: '410105' });
  await list({ status: 'decided', counts: true });
  await list({ status: 'supplement' });
  await list({ text: 'LB2026' });
  answered(await desk.board({ days: 30, reach: '410105' }));
  answered(await desk.listNotes({ caseId: 'LB1/noted', audience: '' }));
  await db.command({ profile: 0 });
  const profiled = await db
    .collection('system.profile')
    .find({ ns: new RegExp(`^${db.databaseName}[.](cases|notes)$`), op: { $in: ['query', 'command'] } })
    .toArray();
  expect(profiled.length).toBeGreaterThan(20);
  const plans = profiled.map((each) => ({
    plan: String(each['planSummary']),
    command: JSON.stringify(each['command']),
  }));
  expect(plans.filter(({ plan }) => !/^(IXSCAN|IDHACK|COUNT_SCAN)/.test(plan))).toEqual([]);
  const counting = profiled.filter(({ command }) => JSON.stringify(command).includes('"$count"'));
  expect(counting.length).toBeGreaterThan(0);
  expect(counting.map(({ docsExamined }) => Number(docsExamined)).filter((docs) => docs > 0)).toEqual([]);
});

test('an extension that is asked for is found by whoever approves it, and counted, until it is answered', async () => {
  const [asked, other] = (await arrived('extending', [10, 10])) as [string, string];
  for (const id of [asked, other]) answered(await desk.accept({ id, version: 0 }, by('o-1')));
  answered(await desk.extend({ id: asked, version: 0, days: 5, reason: 'complex-case' }, by('o-1')));
  const waiting = await list({ step: 'extending', extensionAsked: true, counts: true });
  expect(idsOf(waiting)).toEqual([asked]);
  expect(waiting.counts).toMatchObject({ total: 1, extensionsAsked: 1 });

  expect(await desk.refuseExtension({ id: asked, version: 0 }, by('o-2'))).toMatchObject({
    refused: 'supervisor-only',
  });
  expect(answered(await desk.refuseExtension({ id: asked, version: 0 }, supervisor)).extension).toMatchObject({
    status: 'refused',
    askedBy: 'o-1',
    answeredBy: 's-1',
  });
  expect(idsOf(await list({ step: 'extending', extensionAsked: true }))).toEqual([]);
  expect((await list({ step: 'extending', counts: true })).counts).toMatchObject({ extensionsAsked: 0 });
});

test('money above the line of the catalogue is granted by two: the ask is found and counted until another answers it', async () => {
  const [much, little] = (await arrived('money', [10, 10])) as [string, string];
  for (const id of [much, little]) answered(await desk.accept({ id, version: 0 }, by('o-1')));
  const decide = (id: string, amountCents: number) =>
    desk.decide(
      { id, version: 0, outcome: v1.Outcome.GRANTED, reason: '', findings: { passed: true, amountCents } },
      by('o-1'),
    );
  expect(answered(await decide(little, 300_000))).toMatchObject({ status: 'decided', approvedBy: '' });
  expect(answered(await decide(much, 300_001))).toMatchObject({
    status: 'accepted',
    decisionAsk: { status: 'asked', askedBy: 'o-1', facts: { amountCents: 300_001 } },
  });
  const waiting = await list({ step: 'money', askWaiting: true, reach: '410105', counts: true });
  expect(idsOf(waiting)).toEqual([much]);
  expect(waiting.counts).toMatchObject({ total: 1, asksWaiting: 1 });

  const approve = { id: much, version: 0, approve: true };
  expect(await desk.answerDecision(approve, by('o-2'))).toMatchObject({ refused: 'supervisor-only' });
  expect(await desk.answerDecision(approve, { onBehalfOf: 'supervisor:o-1' })).toMatchObject({
    refused: 'second-person-needed',
  });
  expect(answered(await desk.withdrawAsk({ id: much, version: 0, about: 'decision' }, by('o-1')))).toMatchObject({
    decisionAsk: { status: 'withdrawn' },
  });
  answered(await decide(much, 300_001));
  expect(answered(await desk.answerDecision(approve, supervisor))).toMatchObject({
    status: 'decided',
    officer: 'o-1',
    approvedBy: 's-1',
    decisionAsk: { status: 'approved', askedBy: 'o-1', answeredBy: 's-1' },
  });
  expect((await list({ step: 'money', counts: true })).counts).toMatchObject({ asksWaiting: 0 });
});

test('whoever a case concerns, or who filed it, neither works on it nor rehearses nor writes in it, one by one or in bulk', async () => {
  const more = { decidedBy: v1.DecidedBy.OFFICER, residentId: 'o-8', filedBy: ['s-1'] };
  const id = await city.telling.say(v1.StepRequested, stepRequested(aStep('permits', 'plain', 'own'), more));
  await until('the case is on the desk', async () => (await list({ step: 'own' })).cases.length === 1);
  const conflict = { refused: 'conflict-of-interest' };
  expect(await desk.claim({ id, version: 0 }, by('o-8'))).toMatchObject(conflict);
  expect(await desk.rehearse({ id, findings: {} }, by('o-8'))).toMatchObject(conflict);
  const note = { caseId: id, audience: 'resident', text: 'All is well.', key: 'own-1' };
  expect(await desk.addNote(note, by('o-8'))).toMatchObject(conflict);
  expect(await desk.reassign({ id, version: 0, to: 'o-8' }, { onBehalfOf: 'supervisor:s-2' })).toMatchObject({
    ...conflict,
    pointer: '/to',
  });
  const rows = [{ id, version: 0 }];
  for (const rehearse of [true, false])
    expect(answered(await desk.bulk({ act: 'accept', to: '', rows, rehearse }, supervisor)).results).toMatchObject([
      { result: 'refused', slug: 'conflict-of-interest' },
    ]);
  expect(await desk.getCase({ id })).toMatchObject({ status: 'received', holder: '' });
});

test('a message to the applicant is written by whoever holds the case, or a supervisor; a note by any colleague', async () => {
  const [caseId] = (await arrived('held-note', [10])) as [string];
  answered(await desk.claim({ id: caseId, version: 0 }, by('o-1')));
  const note = { caseId, audience: 'resident', text: 'Please call.', key: 'h-1' };
  expect(await desk.addNote(note, by('o-2'))).toMatchObject({ refused: 'held-by-another' });
  answered(await desk.addNote({ ...note, audience: 'officers' }, by('o-2')));
  answered(await desk.addNote(note, by('o-1')));
  answered(await desk.addNote(note, supervisor));
});
