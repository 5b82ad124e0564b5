import { connect } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import { employment } from '@lianban/protos';
import { provenCase } from '@lianban/testing';
import { importRecords } from '../src/demo/records';
import { applicationWhen, ended, waitFor } from '../src/wait-for';
import { auditOf } from './harness/audit';
import { type TestCity, startCity } from './harness/city';
import { act, caseWhen, decide, stepOf } from '../src/desk';
import { testServers } from './harness/servers';

let city: TestCity;
beforeAll(async () => {
  city = await startCity({ name: 'questions', servers: testServers(), residents: 2, apart: true });
  for (const name of ['social-security', 'employment']) await importRecords(name, city.address(name));
}, 180_000);
afterAll(() => city?.stop());

const officer = () => city.officer('social-security');
const benefit = { package: 'unemployment-benefit', answers: {}, materials: [] };
const step = 'unemployment-benefit';
const granted = { outcome: 'granted', reason: 'conditions-met', findings: {} };

interface ShownRead {
  readonly reader: string;
  readonly caseId: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly basis?: string;
}
const readsOf = async (n: number, number: string) => {
  const { reads } = await city.resident(n).get<{ reads: readonly ShownRead[] }>('/api/me/reads');
  return reads.filter(({ caseId, reader }) => caseId === `${number}/${step}` && reader === 'social-security');
};

test('what employment knows is asked of it, while it is down too, and the resident sees that it was', async () => {
  await city.services.kill('employment');
  const number = await city.resident(1).submit(benefit);
  await caseWhen(officer(), number, step, 'received');
  await act(officer(), number, step, 'acceptance');
  const waiting = await waitFor(
    'the question is open',
    async () => {
      const found = await officer().get<{ awaited?: readonly string[] }>(`/api/desk/cases/${number}/${step}`);
      return found.awaited?.includes('registration') ? found : undefined;
    },
    30_000,
  );
  expect(waiting.awaited).toContain('registration');
  expect((await readsOf(1, number)).flatMap(({ fields }) => fields)).not.toContain('registration');

  await city.services.start('employment');
  await waitFor(
    'it is answered',
    async () => {
      const found = await officer().get<{ awaited?: readonly string[] }>(`/api/desk/cases/${number}/${step}`);
      return found.awaited?.length ? undefined : true;
    },
    60_000,
  );
  // Nothing is written down: months, pension, registration and the end of the work are known.
  await decide(officer(), number, step, granted);
  const end = await applicationWhen(city.resident(1), number, 'it is completed', ended('completed'));
  expect(stepOf(end, step).facts).toMatchObject({ amountCents: 168_000, months: 14, from: '2026-03' });
  // Its claim that nobody draws this already is a read of the same case, and is shown with it.
  const fields = expect.arrayContaining(['registration']) as string[];
  expect(await readsOf(1, number)).toMatchObject([{ reader: 'social-security', purpose: step, fields, basis: 'duty' }]);
}, 120_000);

test('of whom there are no records an officer looks: nobody is refused for want of an answer', async () => {
  const number = await city.resident(2).submit(benefit);
  await caseWhen(officer(), number, step, 'received');
  await act(officer(), number, step, 'acceptance');
  const without = decide(officer(), number, step, granted);
  await expect(without).rejects.toMatchObject({ slug: 'findings-open' });
  // Employment's own records are complete: not there means not registered.
  const findings = { monthsPaid: 60, endedBy: 'dismissed' };
  await decide(officer(), number, step, { outcome: 'refused', reason: 'not-registered', findings });
  const end = await applicationWhen(city.resident(2), number, 'it is refused', ended('refused'));
  expect(stepOf(end, step)).toMatchObject({ reason: 'not-registered' });
}, 120_000);

describe('a question is refused', () => {
  const caseId = 'LB20260302000001/x';
  const proven = () => provenCase({ department: 'social-security', caseId, residentId: 'resident-1', purpose: step });
  const ask = async (caller: string, more: object) => {
    const { QuestionsServiceService } = employment.v1;
    const { call, close } = connect(QuestionsServiceService, city.address('employment'), caller, 'employment');
    try {
      const said = { residentId: 'resident-1', caseId, purpose: step, ...more };
      const answer = await call.askRegistration({ capability: undefined, ...said });
      return isRefusal(answer) ? answer.refused : answer;
    } finally {
      close();
    }
  };

  test.each([
    ['without a case', 'social-security', { caseId: '' }, 'read-without-reason'],
    ['without a purpose', 'social-security', { purpose: '' }, 'read-without-reason'],
    ['for a purpose nobody listed', 'social-security', { purpose: 'curiosity' }, 'purpose-unknown'],
    ['for a purpose that asks something else', 'public-security', { purpose: 'birth-registration' }, 'purpose-unknown'],
    ['by another department', 'permits', {}, 'purpose-unknown'],
    ['for a case that is none of theirs', 'social-security', {}, 'case-unproven'],
    ['with a proof that is none', 'social-security', { capability: 'not.a.proof' }, 'case-unproven'],
    ['about nobody', 'social-security', { residentId: 'nobody' }, 'resident-not-found'],
  ])('%s', async (_, caller, more, refused) => {
    expect(await ask(caller, more)).toBe(refused);
  });

  test('with the proof of a case of somebody else; with that of its own it is answered', async () => {
    const capability = proven();
    expect(await ask('social-security', { residentId: 'resident-2', capability })).toBe('case-unproven');
    expect(await ask('permits', { capability })).toBe('purpose-unknown');
    expect(await ask('social-security', { capability })).toMatchObject({ endedBy: 'contract-ended' });
  });
});

test('topics and documents agree, and nothing is parked', async () => {
  const { audit, faults } = await auditOf(city);
  expect(faults).toEqual([]);
  expect(audit.duplicates).toBe(0);
});
