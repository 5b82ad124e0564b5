import type { DemoClient } from '../src/demo/client';
import { registerFamilies } from '../src/demo/put-in-place';
import { importRecords } from '../src/demo/records';
import { act, caseWhen, decide, stepOf } from '../src/desk';
import { decode, readTopics } from '../src/topics';
import { applicationWhen, ended, waitFor } from '../src/wait-for';
import { auditOf } from './harness/audit';
import { type TestCity, startCity } from './harness/city';
import { testServers } from './harness/servers';

let city: TestCity;
beforeAll(async () => {
  city = await startCity({ name: 'disability', servers: testServers(), residents: 2 });
  await registerFamilies(city.address('residents'));
  for (const name of ['social-assistance', 'social-security']) await importRecords(name, city.address(name));
}, 240_000);
afterAll(() => city?.stop());

const student = () => city.as({ role: 'resident', sub: 'student-1' });
const welfare = () => city.officer('social-welfare', 'welfare-1');
const nothing = {
  wantsLivingSubsidy: false,
  wantsNursingSubsidy: false,
  wantsWork: false,
  wantsPensionPremium: false,
  wantsHomeAdaptation: false,
};
const first = { certificateFor: 'new', disabilityKind: 'physical', assessmentHospital: '市第一医院' };

async function apply(who: DemoClient, answers: object, ...papers: string[]): Promise<string> {
  const materials = await who.copies(...papers);
  return who.submit({ package: 'disability-services', answers: { ...nothing, ...answers }, materials });
}

/** The hospital assesses while the case is paused, and the notice is held before the decision. */
async function assess(number: string, assessedGrade: number): Promise<void> {
  const officer = welfare();
  await caseWhen(officer, number, 'certificate', 'received');
  await act(officer, number, 'certificate', 'acceptance');
  await act(officer, number, 'certificate', 'pause', { reason: 'hospital-assessment' });
  await act(officer, number, 'certificate', 'resumption');
  const [outcome, reason] = assessedGrade > 0 ? ['granted', 'conditions-met'] : ['refused', 'below-standard'];
  await decide(officer, number, 'certificate', { outcome, reason, findings: { assessedGrade, notice: 'held' } });
}

const saidOf = async (number: string) =>
  (await readTopics(city.brokers, city.topics))
    .filter(({ key }) => key === number)
    .map((record) => ({ type: record.type, value: decode(record) as Readonly<Record<string, unknown>> }));

test('a student: certificate, both subsidies and the home by one application; nobody is asked what departments know', async () => {
  const number = await apply(
    student(),
    {
      ...{ ...first, holderBornOn: '2006-09-15', wantsLivingSubsidy: true, wantsNursingSubsidy: true },
      ...{ wantsHomeAdaptation: true, ownerConsent: true, touchesStructure: false },
    },
    ...['photo', 'ownership-proof', 'adaptation-plan'],
  );
  await assess(number, 1);
  // Neither the grade nor dibao is written down: the one is the department's own, the other is asked.
  const granted = { outcome: 'granted', reason: 'conditions-met' };
  const living = { nursingFeeDrawn: false, childSupportDrawn: false };
  await decide(welfare(), number, 'living', { ...granted, findings: living });
  await decide(welfare(), number, 'nursing', { ...granted, findings: { nursingFeeDrawn: false, needsCare: true } });
  await decide(city.officer('permits'), number, 'home-adaptation', granted);
  const end = await applicationWhen(student(), number, 'it is completed', ended('completed'));
  expect(stepOf(end, 'certificate').facts).toEqual({
    ...{ certificateNumber: `DP-${number}`, grade: 1, validUntil: '2036-03-01' },
  });
  expect(stepOf(end, 'living').facts).toMatchObject({ amountCents: 12_000, from: '2026-03' });
  expect(stepOf(end, 'nursing').facts).toMatchObject({ amountCents: 10_000, from: '2026-03' });
  for (const id of ['job-help', 'pension-premium']) expect(stepOf(end, id)).toMatchObject({ status: 'not-needed' });

  const said = await saidOf(number);
  const certified = said.filter(({ type }) => type === 'social_welfare.v1.DisabilityCertified');
  expect(certified.map(({ value }) => value)).toMatchObject([{ residentId: 'student-1', validUntil: '2036-03-01' }]);
  expect(certified[0]!.value).not.toHaveProperty('grade');
  const started = said.filter(({ type }) => type === 'social_welfare.v1.AllowanceStarted');
  expect(started.map(({ value }) => value['item']).toSorted()).toEqual([
    'disability-living-subsidy',
    'disability-nursing-subsidy',
  ]);

  const { reads } = await student().get<{ reads: readonly object[] }>('/api/me/reads');
  for (const step of ['living', 'nursing'])
    expect(reads).toContainEqual(
      expect.objectContaining({
        ...{
          reader: 'social-welfare',
          caseId: `${number}/${step}`,
          fields: expect.arrayContaining(['status']) as string[],
          basis: 'duty',
        },
      }),
    );
}, 240_000);

test('work and the pension premium are decided by rule, on what social welfare says of the grade', async () => {
  const resident = city.resident(1);
  const wanted = { wantsWork: true, reason: '未就业', wantsPensionPremium: true };
  const number = await apply(resident, { ...first, holderBornOn: '1945-02-15', ...wanted }, 'photo');
  await assess(number, 2);
  const end = await applicationWhen(resident, number, 'it is completed', ended('completed'));
  expect(stepOf(end, 'pension-premium').facts).toEqual({ premiumYear: '2026', amountCents: 20_000 });
  expect(stepOf(end, 'job-help')).toMatchObject({ status: 'granted' });
  const { reads } = await resident.get<{ reads: readonly object[] }>('/api/me/reads');
  expect(reads).toContainEqual(
    expect.objectContaining({ reader: 'social-security', fields: ['disability'], basis: 'duty' }),
  );
}, 240_000);

test('a certificate that is there is skipped: its department knows it', async () => {
  const resident = city.resident(1);
  const number = await apply(resident, { certificateFor: 'held', wantsNursingSubsidy: true });
  const findings = { nursingFeeDrawn: false, needsCare: true, householdStatus: 'none' };
  await decide(welfare(), number, 'nursing', { outcome: 'granted', reason: 'conditions-met', findings });
  const end = await applicationWhen(resident, number, 'it is completed', ended('completed'));
  expect(stepOf(end, 'certificate')).toMatchObject({ status: 'not-needed' });
  expect(stepOf(end, 'nursing')).toMatchObject({ status: 'granted', facts: { amountCents: 10_000 } });
}, 240_000);

// areas.md §9: DisabilityCertified → offer SW1.
test('a new holder is offered what was not applied for, from the next morning on; a refusal is remembered', async () => {
  const holder = city.resident(1);
  const offersOf = async (who: DemoClient) => (await who.get<{ offers: readonly object[] }>('/api/me/offers')).offers;
  expect(await offersOf(holder)).toEqual([]);
  await city.moveDays(1);
  const living = {
    ...{ for: 'resident-1', package: 'disability-living-subsidy', toldBy: 'social-welfare' },
    because: { zh: '您有残疾人证', en: 'You have a disability certificate' },
  };
  // Nursing was applied for with the certificate that was there.
  await waitFor('it is offered', async () => ((await offersOf(holder)).length > 0 ? true : undefined));
  expect(await offersOf(holder)).toMatchObject([living]);
  // Who applied for both with the certificate is offered neither.
  expect(await offersOf(student())).toEqual([]);
  await holder.post('/api/me/offers/disability-living-subsidy/refusal', {});
  expect(await offersOf(holder)).toEqual([]);
  const unknown = holder.post('/api/me/offers/age-allowance/refusal', {});
  await expect(unknown).rejects.toMatchObject({ slug: 'offer-not-found' });
}, 120_000);

test('below the standard the certificate is refused, and nothing else begins', async () => {
  const resident = city.resident(2);
  const wanted = { wantsLivingSubsidy: true, wantsWork: true, reason: '未就业' };
  const number = await apply(resident, { ...first, holderBornOn: '1982-03-15', ...wanted }, 'photo');
  await assess(number, 0);
  const end = await applicationWhen(resident, number, 'it is refused', ended('refused'));
  expect(stepOf(end, 'certificate')).toMatchObject({ status: 'refused', reason: 'below-standard' });
  for (const id of ['living', 'job-help']) expect(stepOf(end, id)).toMatchObject({ status: 'not-needed' });
  expect((await saidOf(number)).map(({ type }) => type)).not.toContain('social_welfare.v1.DisabilityCertified');
}, 240_000);

test('topics and documents agree, and nothing is parked', async () => {
  const { audit, faults } = await auditOf(city);
  expect(faults).toEqual([]);
  expect(audit.duplicates).toBe(0);
});
