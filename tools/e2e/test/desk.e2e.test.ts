import { demoResident } from '../src/demo/people';
import { moderateLoss } from '../src/demo/elderly-parent';
import type { DemoClient } from '../src/demo/client';
import { applicationWhen, stands } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { type ShownCase, caseWhen } from '../src/desk';
import { testServers } from './harness/servers';

interface Queue {
  readonly cases: readonly (ShownCase & { readonly holder?: string; readonly clock: { readonly leftDays: number } })[];
  readonly counts: Readonly<Record<'total' | 'team' | 'mine' | 'unassigned' | 'overdue' | 'red' | 'amber', number>>;
}
interface MessagesBody {
  readonly messages: readonly { readonly text: string; readonly at: string; readonly unread: boolean }[];
}
interface ReadsBody {
  readonly reads: readonly {
    reader: string;
    department?: string;
    caseId?: string;
    purpose: string;
    fields: string[];
    count: number;
  }[];
  readonly nextCursor?: string;
}

let city: TestCity;
let officer: DemoClient;
let colleague: DemoClient;
let supervisor: DemoClient;
beforeAll(async () => {
  city = await startCity({ name: 'desk', servers: testServers(), residents: 10 });
  officer = city.officer('elderly-care', 'o-1');
  colleague = city.officer('elderly-care', 'officer-elderly-care');
  supervisor = city.as({ role: 'supervisor', sub: 's-1', department: 'elderly-care' });
});
afterAll(() => city?.stop());

const pathOf = (number: string) => `/api/desk/cases/${number}/assessment`;
/** Every third demonstration resident is old enough to be assessed. */
const elder = (n: number) => 3 * n - 2;
const apply = async (n: number): Promise<string> => {
  const number = await city.resident(elder(n)).submit({ package: 'elderly-parent-care', answers: {} });
  await caseWhen(officer, number, 'assessment', 'received');
  return number;
};
const queue = (client: DemoClient, more = '') => client.get<Queue>(`/api/desk/cases?limit=100&counts=true${more}`);

test('an officer claims a case, holds it at once, and decides by the rule', async () => {
  const number = await apply(1);
  const { version } = await officer.post<ShownCase>(`${pathOf(number)}/claim`);
  const mine = await queue(officer, '&whose=mine');
  expect(mine.cases.map(({ id }) => id)).toEqual([`${number}/assessment`]);
  expect([mine.counts.mine, mine.counts.total]).toEqual([1, 1]);
  await expect(colleague.post(`${pathOf(number)}/acceptance`)).rejects.toMatchObject({ slug: 'held-by-another' });

  await officer.post(`${pathOf(number)}/acceptance`, {}, { 'If-Match': `"${version}"` });
  await expect(
    officer.post(`${pathOf(number)}/pause`, { reason: 'hearing' }, { 'If-Match': `"${version}"` }),
  ).rejects.toMatchObject({ status: 412, message: expect.stringContaining('o-1 changed this case at 2026-03-02') });

  expect(await officer.post(`${pathOf(number)}/rehearsal`, { findings: moderateLoss })).toMatchObject({
    outcome: 'granted',
    facts: { level: 2, score: 52 },
    grounds: [{ rule: 'GB/T 42195-2022', met: true }],
  });
  const decision = { outcome: 'granted', reason: 'assessed', findings: moderateLoss };
  await officer.post(`${pathOf(number)}/decision`, decision);
  expect((await queue(officer, '&whose=mine')).counts).toMatchObject({ mine: 0, total: 0 });
  await applicationWhen(city.resident(1), number, 'the step is granted', stands('assessment', 'granted'));
});

test('a person sees every read of an officer, and messages but not notes', async () => {
  const number = await apply(2);
  const resident = city.resident(elder(2));
  const { idNumber, name } = demoResident(elder(2));
  const shown = await officer.get<{ name: string; idNumberMasked: string }>(`${pathOf(number)}/resident`);
  expect(shown.name).toBe(name);
  expect(shown.idNumberMasked).not.toBe(idNumber);
  const purpose = { purpose: 'check-identity' };
  expect(await officer.post(`${pathOf(number)}/resident/disclosure`, purpose)).toEqual({ idNumber });
  const whole = await officer.get<{ steps: { department: string }[] }>(`${pathOf(number)}/application`);
  expect(new Set(whole.steps.map(({ department }) => department)).size).toBeGreaterThan(1);
  await expect(city.officer('permits').get(`${pathOf(number)}/application`)).rejects.toMatchObject({ status: 404 });
  await officer.get(pathOf(number));
  await officer.get(`${pathOf(number)}/notes`);
  await officer.post(`${pathOf(number)}/rehearsal`, { findings: moderateLoss });

  const { reads } = await resident.get<ReadsBody>('/api/me/reads?limit=50');
  const byOfficer = reads.filter(({ reader }) => reader === 'officer:o-1');
  expect(byOfficer.map((read) => read.purpose).toSorted()).toEqual([
    'case-handling',
    'check-identity',
    'whole-application',
  ]);
  // The wait above opened the case once already.
  const handling = byOfficer.find((read) => read.purpose === 'case-handling');
  expect(handling?.count).toBeGreaterThanOrEqual(4);
  expect(handling?.fields).toEqual(expect.arrayContaining(['name', 'case', 'notes', 'rehearsal']));
  expect(new Set(byOfficer.map(({ department, caseId }) => `${department} ${caseId}`))).toEqual(
    new Set([`elderly-care ${number}/assessment`]),
  );

  const note = (audience: string, text: string) =>
    officer.post(`${pathOf(number)}/notes`, { audience, text }, { 'Idempotency-Key': audience });
  await note('officers', 'Call the daughter first.');
  await note('resident', 'We come on Friday at ten.');
  const mine = `/api/applications/${number}/messages`;
  const { messages } = await resident.get<MessagesBody>(mine);
  expect(messages).toMatchObject([{ text: 'We come on Friday at ten.', unread: true }]);
  await resident.post(`${mine}/read`, { until: messages[0]?.at });
  expect((await resident.get<MessagesBody>(mine)).messages).toMatchObject([{ unread: false }]);
});

test('the first read stays reachable after many later ones', async () => {
  const resident = city.resident(elder(2));
  const mine = await resident.get<{ applications: { applicationNumber: string }[] }>('/api/applications');
  const number = mine.applications[0]!.applicationNumber;
  await expect(officer.post(`${pathOf(number)}/resident/disclosure`, { purpose: 'snooping' })).rejects.toMatchObject({
    status: 422,
  });
  await officer.post(`${pathOf(number)}/resident/disclosure`, { purpose: 'fill-in-certificate' });
  for (let n = 0; n < 101; n += 1) await colleague.get(pathOf(number));
  const seen: ReadsBody['reads'][number][] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: ReadsBody = await resident.get(`/api/me/reads?limit=1${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.reads);
    cursor = page.nextCursor;
  }
  expect(seen[0]).toMatchObject({ reader: 'officer:officer-elderly-care', purpose: 'case-handling', count: 101 });
  expect(seen.map(({ purpose }) => purpose)).toContain('fill-in-certificate');
});

test('at a counter an officer applies for a resident once, the application says so, and another officer works on it', async () => {
  const search = { idNumber: demoResident(elder(3)).idNumber };
  await expect(officer.post('/api/desk/residents/search', search)).rejects.toMatchObject({ slug: 'scope-missing' });
  const counter = city.as({ role: 'officer', sub: 'o-3', department: 'elderly-care', scopes: 'counter' });
  const found = await counter.post<{ residentId: string }>('/api/desk/residents/search', search);
  const intake = { residentId: found.residentId, package: 'elderly-parent-care', answers: {} };
  const submit = () =>
    counter.post<{ applicationNumber: string }>('/api/desk/applications', intake, { 'Idempotency-Key': 'counter-1' });
  const { applicationNumber } = await submit();
  expect(await submit()).toEqual({ applicationNumber });
  expect(await city.resident(elder(3)).get(`/api/applications/${applicationNumber}`)).toMatchObject({
    assistedBy: 'o-3',
    timeline: expect.arrayContaining([expect.objectContaining({ what: 'submitted', detail: 'at-counter' })]),
  });

  const path = pathOf(applicationNumber);
  await caseWhen(officer, applicationNumber, 'assessment', 'received');
  const applicant = city.officer('elderly-care', `resident-${elder(3)}`);
  const decision = { outcome: 'granted', reason: 'assessed', findings: moderateLoss };
  for (const concerned of [counter, applicant]) {
    const conflict = { status: 403, slug: 'conflict-of-interest' };
    await expect(concerned.post(`${path}/claim`)).rejects.toMatchObject(conflict);
    await expect(concerned.post(`${path}/decision`, decision)).rejects.toMatchObject(conflict);
  }
  const assign = (to: string) => supervisor.post(`${path}/assignment`, { to });
  await expect(assign('nobody-1')).rejects.toMatchObject({ status: 422, slug: 'officer-unknown' });
  await expect(assign('officer-permits')).rejects.toMatchObject({ status: 422, slug: 'officer-unknown' });
  await officer.post(`${path}/acceptance`);
  await officer.post(`${path}/decision`, decision);
});

test('a supervisor makes a dry run of a bulk act, reassigns the cases, and reads the board', async () => {
  const number = await apply(4);
  const { version } = await officer.get<ShownCase>(pathOf(number));
  const cases = [{ id: `${number}/assessment`, version }];
  const ask = (rehearse: boolean) =>
    supervisor.post<{ results: object[] }>('/api/desk/bulk', {
      act: 'reassign',
      to: 'officer-elderly-care',
      cases,
      rehearse,
    });
  expect(await ask(true)).toMatchObject({ results: [{ result: 'done', holder: 'officer-elderly-care' }] });
  expect((await queue(colleague, '&whose=mine')).counts.total).toBe(0);
  expect(await ask(false)).toMatchObject({ results: [{ result: 'done', holder: 'officer-elderly-care' }] });
  expect((await queue(colleague, '&whose=mine')).counts.total).toBe(1);
  await expect(officer.post('/api/desk/bulk', {})).rejects.toMatchObject({ status: 403 });

  const { counts } = await queue(supervisor);
  const board = await supervisor.get<{
    waiting: { waitsFor: string; cases: number }[];
    onTime: number;
    decided: number;
  }>('/api/desk/board?days=7');
  expect([board.decided, board.onTime]).toEqual([2, 2]);
  const waiting = board.waiting.filter(({ waitsFor }) => waitsFor === 'officer');
  expect(waiting.reduce((sum, each) => sum + each.cases, 0)).toBe(counts.team);
});

test('a case turns red, then overdue, by the working-day clock', async () => {
  await city.moveDays(4);
  const soon = await queue(supervisor, '&level=red');
  expect(soon.cases.length).toBe(soon.counts.red);
  expect(soon.cases.every(({ clock }) => clock.leftDays <= 1)).toBe(true);
  expect(soon.counts.red).toBeGreaterThan(0);
});
