import type { ShownApplication } from '../src/demo/client';
import { applicationWhen, ended, stands } from '../src/wait-for';
import { auditOf } from './harness/audit';
import { type TestCity, startCity } from './harness/city';
import { act, caseWhen, decide, stepOf, words } from '../src/desk';
import { testServers } from './harness/servers';
import { layout, wholeShop } from './harness/shop';

let city: TestCity;
beforeAll(async () => {
  city = await startCity({ name: 'legal-clock', servers: testServers(), residents: 4 });
});
afterAll(() => city?.stop());

const daysBetween = (from = '', to = '') => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const granted = { outcome: 'granted', reason: 'conditions-met', findings: { inspection: 'passed' } };

/** A licence case that an officer has accepted. */
async function acceptedLicence(n: number) {
  const [resident, officer] = [city.assisted(n), city.officer('permits')];
  const number = await resident.submit(wholeShop);
  await caseWhen(officer, number, 'licence', 'received');
  const accepted = await act(officer, number, 'licence', 'acceptance');
  return { resident, officer, number, accepted };
}

test('a supplement requested after acceptance stops the clock until it is handed in', async () => {
  const { resident, officer, number, accepted } = await acceptedLicence(1);
  const missing = [{ code: 'hygiene-layout', note: 'The drawing is not legible.' }];
  await act(officer, number, 'licence', 'supplement-request', { missing });
  const waiting = await applicationWhen(resident, number, 'the resident is asked', ended('waiting-for-you'));
  expect(stepOf(waiting, 'licence')).toMatchObject({ status: 'supplement', missing: [{ code: 'hygiene-layout' }] });
  expect(await resident.get(`/api/applications/${number}/missing`)).toMatchObject({
    steps: [{ step: 'licence', wanted: missing }],
  });

  await city.moveDays(2);
  await resident.post(`/api/applications/${number}/steps/licence/supplement`, await layout(resident));
  const resumed = await caseWhen(officer, number, 'licence', 'accepted');
  expect(daysBetween(accepted.promisedAt, resumed.promisedAt)).toBe(2);
  expect(daysBetween(accepted.statutoryAt, resumed.statutoryAt)).toBe(2);

  await decide(officer, number, 'licence', granted);
  const end = await applicationWhen(resident, number, 'it is completed', ended('completed'));
  expect(words(end, 'licence')).toEqual([
    'requested',
    'accepted',
    'paused supplement',
    'supplement-requested hygiene-layout',
    'supplement-provided',
    'resumed',
    'granted conditions-met',
  ]);
});

test('an officer pauses and resumes with a reason, and another person approves one extension of the limit', async () => {
  const { resident, officer, number, accepted } = await acceptedLicence(2);
  await act(officer, number, 'licence', 'pause', { reason: 'expert-review' });
  const paused = await applicationWhen(resident, number, 'it is paused', stands('licence', 'paused'));
  expect(words(paused, 'licence').at(-1)).toBe('paused expert-review');
  await act(officer, number, 'licence', 'resumption');

  const supervisor = (sub: string) => city.as({ role: 'supervisor', sub, department: 'permits' });
  const asked = await act(officer, number, 'licence', 'extension', { days: 5, reason: 'complex-case' });
  expect(asked).toMatchObject({
    statutoryAt: accepted.statutoryAt,
    extension: { status: 'asked', days: 5, askedBy: 'officer-1' },
  });
  await expect(act(officer, number, 'licence', 'extension/approval')).rejects.toMatchObject({ status: 403 });
  await expect(act(supervisor('officer-1'), number, 'licence', 'extension/approval')).rejects.toMatchObject({
    status: 403,
    slug: 'second-person-needed',
  });
  const { cases } = await supervisor('s-1').get<{ cases: { id: string }[] }>('/api/desk/cases?extension=asked');
  expect(cases.map(({ id }) => id)).toEqual([`${number}/licence`]);
  const extended = await act(supervisor('s-1'), number, 'licence', 'extension/approval');
  expect(daysBetween(accepted.statutoryAt, extended.statutoryAt)).toBeGreaterThanOrEqual(5);
  const told = await applicationWhen(resident, number, 'the resident is told', (now: ShownApplication) =>
    words(now, 'licence').includes('extended complex-case'),
  );
  expect(stepOf(told, 'licence')).toMatchObject({ status: 'accepted' });
  await expect(act(officer, number, 'licence', 'extension', { days: 5, reason: 'complex-case' })).rejects.toMatchObject(
    { status: 409, slug: 'already-extended' },
  );
  await decide(officer, number, 'licence', granted);
  await applicationWhen(resident, number, 'it is completed', ended('completed'));
});

test('a step whose limit has passed goes to an operator, who decides in place of the department', async () => {
  const { resident, officer, number } = await acceptedLicence(3);
  const operator = city.operator();
  const takeOver = () =>
    operator.post(`/api/operator/applications/${number}/steps/licence/take-over`, {
      outcome: 'refused',
      reason: 'decided-on-paper',
    });
  await expect(takeOver()).rejects.toMatchObject({ status: 409, slug: 'step-not-with-operator' });

  await city.moveDays(60);
  const hanging = await applicationWhen(resident, number, 'it needs an operator', ended('needs-operator'));
  expect(words(hanging, 'licence').at(-1)).toBe('needs-operator decision-overdue');
  await takeOver();
  const approve = (by: typeof operator) =>
    by.post(`/api/operator/applications/${number}/steps/licence/take-over/approval`);
  await expect(approve(operator)).rejects.toMatchObject({ status: 403, slug: 'second-person-needed' });
  await approve(city.operator('operator-2'));
  const end = await applicationWhen(resident, number, 'it has ended', ended('partly-granted'));
  expect(stepOf(end, 'licence')).toMatchObject({ status: 'refused', reason: 'decided-on-paper' });
  expect(stepOf(end, 'sign')).toMatchObject({ status: 'stopped' });
  expect(await caseWhen(officer, number, 'licence', 'cancelled')).toMatchObject({ status: 'cancelled' });
});

test('topics and documents agree, each subject counts from one, and nothing is parked', async () => {
  const { audit, faults } = await auditOf(city);
  expect(faults).toEqual([]);
  expect([...audit.endings.values()].sort()).toEqual(['completed', 'completed', 'partly-granted']);
});
