import { afterDeathApplication, balanceFound, survivorFound } from '../src/demo/after-death';
import { type DemoClient, GatewayError } from '../src/demo/client';
import { registerFamilies } from '../src/demo/put-in-place';
import { decode, readTopics } from '../src/topics';
import { applicationWhen, ended, waitFor } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { decide, stepOf } from './harness/desk';
import { testServers } from './harness/servers';

let city: TestCity;
beforeAll(async () => {
  city = await startCity({ name: 'after-death', servers: testServers(), residents: 1, outside: true });
  await registerFamilies(city.address('residents'));
}, 240_000);
afterAll(() => city?.stop());

const as = (sub: string): DemoClient => city.as({ role: 'resident', sub });
const insurance = () => city.officer('social-security', 'survivors-1');
const refusalOf = (of: Promise<unknown>) =>
  of.then(
    () => 'accepted',
    (error: unknown) => (error instanceof GatewayError ? error.slug : String(error)),
  );

test('one application ends with everything done, by departments here and bodies outside over Kafka', async () => {
  const widow = as('widow-1');
  const number = await widow.submit(afterDeathApplication);
  await decide(insurance(), number, 'survivor', survivorFound);
  await decide(insurance(), number, 'pension-account', balanceFound);
  const end = await applicationWhen(widow, number, 'it is completed', ended('completed'));
  expect(end.steps.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'death-proof granted',
    'police-proof not-needed',
    ...['cremation', 'cancel-register', 'end-insurance', 'medical-account', 'pension-account', 'survivor'].map(
      (step) => `${step} granted`,
    ),
    ...['driving-licence', 'housing-fund', 'end-assistance', 'end-age', 'end-two-subsidies'].map(
      (step) => `${step} granted`,
    ),
  ]);
  expect(stepOf(end, 'end-assistance').facts).toMatchObject({ endsFrom: '2026-03-01', recheckBy: '2026-05-20' });
  expect(stepOf(end, 'housing-fund').facts).toEqual({ fundPaymentNumber: `HF-${number}` });

  const records = (await readTopics(city.brokers, city.topics)).filter(({ key }) => key === number);
  const outside = ['hospital', 'crematorium', 'medical-insurance', 'traffic-police', 'housing-fund'];
  for (const body of outside)
    expect(records.filter(({ topic }) => topic === `${city.prefix}${body}.v1`).map(({ type }) => type)).toEqual([
      'casework.v1.StepAccepted',
      'casework.v1.StepDecided',
    ]);
  const dead = records.filter(({ type }) => type === 'public_security.v1.DeathRegistered').map(decode);
  expect(dead).toMatchObject([{ residentId: 'husband-1', diedOn: '2026-02-20', district: '410105' }]);
  const paid = records.filter(({ type }) => type === 'social_security.v1.SurvivorBenefitPaid');
  expect(paid).toHaveLength(1);
}, 240_000);

test('nobody applies in the name of the dead, from when the death is registered', async () => {
  const slug = await waitFor('the register of residents knows the death', async () => {
    const refused = await refusalOf(as('husband-1').submit(afterDeathApplication));
    return refused === 'applicant-died' ? refused : undefined;
  });
  expect(slug).toBe('applicant-died');
});

test('one payment refused by a body outside stops no other', async () => {
  const widow = as('widow-1');
  const answers = {
    ...afterDeathApplication.answers,
    ...{ fundAccount: '000000000000', wasInsured: false, hadLicence: false, cremationAt: 'elsewhere' },
  };
  const number = await widow.submit({ ...afterDeathApplication, answers });
  const end = await applicationWhen(widow, number, 'it has ended', ended('partly-granted'));
  expect(stepOf(end, 'housing-fund')).toMatchObject({ status: 'refused', reason: 'no-such-account' });
  expect(stepOf(end, 'cremation')).toMatchObject({ status: 'refused', reason: 'cremated-elsewhere' });
  expect(stepOf(end, 'end-age')).toMatchObject({ status: 'granted' });
}, 240_000);

test('nobody else applies about the dead, and not about oneself', async () => {
  expect(await refusalOf(as('mother-1').submit(afterDeathApplication))).toBe('subject-unrelated');
  const aboutOneself = { ...afterDeathApplication, about: undefined };
  expect(await refusalOf(as('widow-1').submit(aboutOneself))).toBe('subject-not-possible');
});
