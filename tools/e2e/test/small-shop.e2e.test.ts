import { applicationWhen, ended, stands } from '../src/wait-for';
import { auditOf } from './harness/audit';
import { type TestCity, startCity } from './harness/city';
import { act, caseWhen, decide, stepOf, words } from '../src/desk';
import { testServers } from './harness/servers';
import { layout, shopWithoutLayout, wholeShop } from './harness/shop';

let city: TestCity;
beforeAll(async () => {
  city = await startCity({ name: 'small-shop', servers: testServers(), residents: 4 });
});
afterAll(() => city?.stop());

test('a refused licence cancels the sign step; granted steps stay, and the application ends partly granted', async () => {
  const resident = city.assisted(1);
  const officer = city.officer('permits');
  const number = await resident.submit(shopWithoutLayout);
  const asked = await applicationWhen(resident, number, 'the missing paper is asked for', ended('waiting-for-you'));
  expect(stepOf(asked, 'licence')).toMatchObject({
    status: 'supplement',
    missing: [expect.objectContaining({ code: 'hygiene-layout' })],
  });

  await resident.post(`/api/applications/${number}/steps/licence/supplement`, await layout(resident));
  await decide(officer, number, 'licence', {
    outcome: 'refused',
    reason: 'inspection-failed',
    findings: { inspection: 'failed' },
  });
  const end = await applicationWhen(resident, number, 'it has ended', ended('partly-granted'));
  expect(end.steps.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'registration granted',
    'course granted',
    'relief granted',
    'licence refused',
    'sign stopped',
  ]);
  expect(stepOf(end, 'registration').facts).toHaveProperty('registrationNumber');
  expect(stepOf(end, 'relief').facts).toMatchObject({ kind: 'temporary-relief', persons: 1, approvedBy: 'street' });
  expect(words(end, 'licence')).toEqual([
    'requested',
    'supplement-requested hygiene-layout',
    'supplement-provided',
    'accepted',
    'refused inspection-failed',
  ]);
  expect(words(end, 'sign')).toEqual(['stopped licence']);
  expect(words(end)).toEqual(['submitted at-counter', 'ended partly-granted']);
});

test('savings above the limit skip the relief step, and a granted licence starts the sign step', async () => {
  const resident = city.assisted(2);
  const answers = { ...wholeShop.answers, savingsCents: 2_000_000 };
  const number = await resident.submit({ ...wholeShop, answers });
  await decide(city.officer('permits'), number, 'licence', {
    outcome: 'granted',
    reason: 'conditions-met',
    findings: { inspection: 'passed' },
  });
  const end = await applicationWhen(resident, number, 'it is completed', ended('completed'));
  expect(stepOf(end, 'relief')).toMatchObject({ status: 'not-needed' });
  expect(stepOf(end, 'licence').facts).toEqual({ permitNumber: `FB-${number}` });
  expect(stepOf(end, 'sign').facts).toEqual({ permitNumber: `SS-${number}` });
});

test('withdrawing compensates granted steps and cancels those under way', async () => {
  const resident = city.assisted(3);
  const officer = city.officer('permits');
  const number = await resident.submit(wholeShop);
  await applicationWhen(resident, number, 'three steps are granted', (now) =>
    ['registration', 'course', 'relief'].every((id) => stands(id, 'granted')(now)),
  );
  await caseWhen(officer, number, 'licence', 'received');
  await act(officer, number, 'licence', 'acceptance');
  await resident.post(`/api/applications/${number}/withdrawal`, { reason: 'The lease fell through.' });
  const end = await applicationWhen(resident, number, 'it is withdrawn', ended('withdrawn'));
  expect(end.steps.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'registration compensated',
    'course compensated',
    'relief compensated',
    'licence cancelled',
    'sign stopped',
  ]);
  expect(words(end, 'course').slice(-2)).toEqual(['compensation-requested withdrawn', 'compensated']);
  expect(words(end, 'licence').slice(-2)).toEqual(['cancellation-requested withdrawn', 'cancelled']);
  expect(await caseWhen(officer, number, 'licence', 'cancelled')).toMatchObject({ status: 'cancelled' });
  const again = resident.post(`/api/applications/${number}/withdrawal`, { reason: 'Once more.' });
  expect(await again).toMatchObject({ status: 'withdrawn', version: end.version });
});

test('topics and documents agree, each subject counts from one, and nothing is parked', async () => {
  const { audit, faults } = await auditOf(city);
  expect(faults).toEqual([]);
  expect(audit.duplicates).toBe(0);
  expect([...audit.endings.values()].sort()).toEqual(['completed', 'partly-granted', 'withdrawn']);
});
