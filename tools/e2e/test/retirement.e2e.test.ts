import type { DemoClient } from '../src/demo/client';
import { registerFamilies } from '../src/demo/put-in-place';
import { importRecords } from '../src/demo/records';
import { decode, readTopics } from '../src/topics';
import { applicationWhen, ended } from '../src/wait-for';
import { auditOf } from './harness/audit';
import { type TestCity, startCity } from './harness/city';
import { decide, stepOf } from './harness/desk';
import { testServers } from './harness/servers';

let city: TestCity;
beforeAll(async () => {
  city = await startCity({ name: 'retirement', servers: testServers(), residents: 2, outside: true });
  await registerFamilies(city.address('residents'));
  await importRecords('social-security', city.address('social-security'));
}, 240_000);
afterAll(() => city?.stop());

const worker = () => city.as({ role: 'resident', sub: 'worker-1' });
const insurance = () => city.officer('social-security', 'pensions-1');
/** A man born on 15 January 1966: by the law from May 2026, by choice from January (decision of 2024-09-13). */
const retiring = {
  package: 'retirement',
  answers: {
    bornOn: '1966-01-15',
    retirementGroup: 'man',
    retiresOn: '2026-05-01',
    hasDeemedYears: false,
    onlyChildUnderAge: false,
    hasHousingFund: true,
    hasFundLoan: false,
    hasMedicalInsurance: true,
  },
  materials: [],
};
const apply = (who: DemoClient, answers: object = {}) =>
  who.submit({ ...retiring, answers: { ...retiring.answers, ...answers } });
const recordsOf = async (number: string) =>
  (await readTopics(city.brokers, city.topics)).filter(({ key }) => key === number);
const saidBy = async (number: string, body: string) =>
  (await recordsOf(number)).filter(({ topic }) => topic === `${city.prefix}${body}.v1`).map(({ type }) => type);

test('a pension refused stops what hangs on it, and the housing fund opens the account again', async () => {
  const number = await apply(worker(), { retiresOn: '2026-04-01', toldEmployerOn: '2026-01-02' });
  await applicationWhen(worker(), number, 'the account is sealed', ({ steps }) =>
    steps.some(({ id, status }) => id === 'fund-seal' && status === 'granted'),
  );
  await decide(insurance(), number, 'pension', { outcome: 'refused', reason: 'told-too-late', findings: {} });
  const end = await applicationWhen(worker(), number, 'it has ended', ended('refused'));
  expect(end.steps.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'age-check compensated',
    'fund-seal compensated',
    'pension refused',
    'medical-retire stopped',
    'fund-withdraw stopped',
    'only-child stopped',
  ]);
  expect(await saidBy(number, 'housing-fund')).toEqual([
    'casework.v1.StepAccepted',
    'casework.v1.StepDecided',
    'casework.v1.StepCompensated',
  ]);
  const types = (await recordsOf(number)).map(({ type }) => type);
  expect(types).not.toContain('social_security.v1.PensionStarted');
}, 240_000);

test('in the month of the law: pension, medical insurance and housing fund by one application', async () => {
  const number = await apply(worker());
  // Thirty-five years stand in the department's own records: nothing is written down.
  await decide(insurance(), number, 'pension', { outcome: 'granted', reason: 'conditions-met', findings: {} });
  const end = await applicationWhen(worker(), number, 'it is completed', ended('completed'));
  expect(stepOf(end, 'age-check').facts).toEqual({
    legalMonth: '2026-05',
    earliestMonth: '2026-01',
    latestMonth: '2029-05',
    monthsNeeded: 180,
  });
  expect(stepOf(end, 'pension').facts).toEqual({ retiresIn: '2026-05', from: '2026-06', monthsPaid: 420 });
  expect(stepOf(end, 'medical-retire').facts).toEqual({ medicalRetirementNumber: `MR-${number}` });
  expect(stepOf(end, 'fund-withdraw').facts).toEqual({ fundPaymentNumber: `HF-${number}` });

  const said = new Map((await recordsOf(number)).map((record) => [record.type, decode(record)]));
  expect(said.get('social_security.v1.PensionStarted')).toMatchObject({ residentId: 'worker-1', from: '2026-06' });
  const twice = ['casework.v1.StepAccepted', 'casework.v1.StepDecided'];
  expect(await saidBy(number, 'medical-insurance')).toEqual(twice);
  expect((await saidBy(number, 'housing-fund')).toSorted()).toEqual([...twice, ...twice].toSorted());
}, 240_000);

test('earlier by choice, told in time; a body outside that refuses stops nothing else', async () => {
  // Of whom there are no records the officer reads the months in the file.
  const other = city.resident(2);
  const early = { retiresOn: '2026-04-01', toldEmployerOn: '2026-01-01', hasFundLoan: true };
  const number = await apply(other, early);
  await decide(insurance(), number, 'pension', {
    outcome: 'granted',
    reason: 'conditions-met',
    findings: { monthsPaid: 200 },
  });
  const end = await applicationWhen(other, number, 'it has ended', ended('partly-granted'));
  expect(stepOf(end, 'pension').facts).toMatchObject({ retiresIn: '2026-04', from: '2026-05', monthsPaid: 200 });
  expect(stepOf(end, 'fund-withdraw')).toMatchObject({ status: 'refused', reason: 'loan-open' });
  expect(stepOf(end, 'medical-retire')).toMatchObject({ status: 'granted' });
}, 240_000);

test('topics and documents agree, and nothing is parked', async () => {
  const { audit, faults } = await auditOf(city);
  expect(faults).toEqual([]);
  expect(audit.duplicates).toBe(0);
});
