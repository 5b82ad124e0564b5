import { type DemoClient, GatewayError } from '../src/demo/client';
import { birthFound, newbornApplication, photoSeen, submitNewborn } from '../src/demo/newborn';
import { enterGuardian, registerFamilies } from '../src/demo/put-in-place';
import { decode, readTopics } from '../src/topics';
import { applicationWhen, ended, stands } from '../src/wait-for';
import { auditOf } from './harness/audit';
import { type TestCity, startCity } from './harness/city';
import { decide, stepOf } from '../src/desk';
import { testServers } from './harness/servers';

let city: TestCity;
beforeAll(async () => {
  city = await startCity({ name: 'newborn', servers: testServers(), residents: 1, outside: true });
  await registerFamilies(city.address('residents'));
}, 240_000);
afterAll(() => city?.stop());

const as = (sub: string): DemoClient => city.as({ role: 'resident', sub });
const unit = () => city.officer('health', 'midwife-1');
const cards = () => city.officer('social-security', 'cards-1');
const childOf = (number: string) => `born-BC-${number}`;
const refusalOf = (of: Promise<unknown>) =>
  of.then(
    () => 'accepted',
    (error: unknown) => (error instanceof GatewayError ? error.slug : String(error)),
  );

/** What is on the topics about an application, by type. */
async function recordsOf(number: string) {
  const records = await readTopics(city.brokers, city.topics);
  return new Map(records.filter(({ key }) => key === number).map((record) => [record.type, decode(record)]));
}

test('one application ends with certificate, booklet, register entry, a new resident, insurance, card and subsidy', async () => {
  const mother = as('mother-1');
  const number = await submitNewborn(mother);
  await decide(unit(), number, 'certificate', birthFound);
  await decide(cards(), number, 'card', photoSeen);
  const end = await applicationWhen(mother, number, 'it is completed', ended('completed'));
  expect(end.steps.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'birth-service granted',
    'certificate granted',
    'vaccination granted',
    'register granted',
    'insurance granted',
    'card granted',
    'subsidy granted',
  ]);
  expect(end).toMatchObject({ about: 'newborn' });
  expect(stepOf(end, 'register').facts).toEqual({ childId: childOf(number), district: '410105' });
  expect(stepOf(end, 'insurance').facts).toEqual({ childInsuranceNumber: `NI-${number}` });
  expect(stepOf(end, 'card').facts).toEqual({ cardNumber: `SC-${number}` });
  expect(stepOf(end, 'subsidy').facts).toEqual({ amountCents: 360_000, totalCents: 1_080_000 });

  const said = await recordsOf(number);
  expect(said.get('health.v1.BirthCertified')).toMatchObject({ certificateNumber: `BC-${number}`, district: '410105' });
  expect(said.get('public_security.v1.BirthRegistered')).toMatchObject({
    childId: childOf(number),
    district: '410105',
  });
  expect(said.get('health.v1.ChildcareSubsidyConfirmed')).toMatchObject({
    childId: childOf(number),
    amountCents: 360_000,
  });
  const insured = (await readTopics(city.brokers, [`${city.prefix}medical-insurance.v1`])).filter(
    ({ key }) => key === number,
  );
  expect(insured.map(({ type }) => type)).toEqual(['casework.v1.StepAccepted', 'casework.v1.StepDecided']);
  const registered = (await readTopics(city.brokers, [`${city.prefix}residents.v1`]))
    .filter(({ type }) => type === 'residents.v1.ResidentRegistered')
    .map(decode);
  expect(registered).toContainEqual(expect.objectContaining({ residentId: childOf(number), district: '410105' }));
});

test('the child belongs to the household: things are applied for about it, and nothing is granted twice', async () => {
  const mother = as('mother-2');
  const number = await submitNewborn(mother);
  await decide(unit(), number, 'certificate', birthFound);
  await decide(cards(), number, 'card', photoSeen);
  await applicationWhen(mother, number, 'it is completed', ended('completed'));
  const child = { kind: 'child', residentId: childOf(number) };
  const subsidy = {
    package: 'childcare-subsidy',
    answers: { bornOn: '2026-02-20' },
    materials: newbornApplication.materials.slice(1),
  };

  // By the other parent, through another package: as a guardian, once a counter has entered them as one.
  expect(await refusalOf(as('father-2').submit({ ...subsidy, about: child }))).toBe('subject-unrelated');
  await enterGuardian(city.address('residents'), 'father-2', child.residentId);
  const again = await as('father-2').submit({ ...subsidy, about: child });
  const end = await applicationWhen(as('father-2'), again, 'it is refused', ended('refused'));
  expect(stepOf(end, 'childcare-subsidy')).toMatchObject({ reason: 'already-claimed-by-other-parent' });
  expect(JSON.stringify(stepOf(end, 'childcare-subsidy'))).toContain(number);

  // Nobody else's child, no grown-up, and not oneself.
  expect(await refusalOf(as('mother-3').submit({ ...subsidy, about: child }))).toBe('subject-unrelated');
  const father = { kind: 'child', residentId: 'father-2' };
  expect(await refusalOf(mother.submit({ ...subsidy, about: father }))).toBe('subject-of-age');
  expect(await refusalOf(mother.submit(subsidy))).toBe('subject-not-possible');
});

test('twins are two applications at once, and two residents', async () => {
  const mother = as('mother-3');
  const answers = { shownParents: 'mother', parentsMarried: false, needsBirthService: false };
  const [first, second] = await Promise.all([
    submitNewborn(mother, answers),
    submitNewborn(mother, { ...answers, childName: '宋知行' }),
  ]);
  for (const number of [first, second]) await decide(unit(), number, 'certificate', birthFound);
  for (const number of [first, second]) {
    await decide(cards(), number, 'card', photoSeen);
    const end = await applicationWhen(mother, number, 'it is completed', ended('completed'));
    expect(stepOf(end, 'register').facts).toMatchObject({ childId: childOf(number) });
    expect(stepOf(end, 'birth-service')).toMatchObject({ status: 'not-needed' });
  }
});

test('a certificate refused stops all that needs it', async () => {
  const mother = as('mother-1');
  const number = await submitNewborn(mother);
  const notFound = { outcome: 'refused', reason: 'birth-not-recorded', findings: { birthRecord: 'not-found' } };
  await decide(unit(), number, 'certificate', notFound);
  const end = await applicationWhen(mother, number, 'it has ended', ended('partly-granted'));
  expect(end.steps.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'birth-service granted',
    'certificate refused',
    'vaccination stopped',
    'register stopped',
    'insurance stopped',
    'card stopped',
    'subsidy stopped',
  ]);
});

test('a register refused stops what hangs on it and nothing else', async () => {
  const mother = as('mother-4');
  const number = await submitNewborn(mother, { spouseHere: 'residence-permit' });
  await decide(unit(), number, 'certificate', birthFound);
  const end = await applicationWhen(mother, number, 'it has ended', ended('partly-granted'));
  expect(end.steps.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'birth-service granted',
    'certificate granted',
    'vaccination granted',
    'register refused',
    'insurance stopped',
    'card stopped',
    'subsidy stopped',
  ]);
  expect(stepOf(end, 'register')).toMatchObject({ reason: 'parent-not-registered' });
});

test('insured elsewhere already: card and subsidy come all the same', async () => {
  const mother = as('mother-2');
  const number = await submitNewborn(mother, { childInsuredElsewhere: true });
  await decide(unit(), number, 'certificate', birthFound);
  await decide(cards(), number, 'card', photoSeen);
  const end = await applicationWhen(mother, number, 'it has ended', ended('partly-granted'));
  expect(stepOf(end, 'insurance')).toMatchObject({ status: 'refused', reason: 'insured-elsewhere' });
  expect(stepOf(end, 'card')).toMatchObject({ status: 'granted' });
  expect(stepOf(end, 'subsidy')).toMatchObject({ status: 'granted' });
});

test('somebody else’s certificate enters nobody', async () => {
  const stranger = as('mother-4');
  const mother = as('mother-1');
  const number = await submitNewborn(mother, { registerHere: false });
  await decide(unit(), number, 'certificate', birthFound);
  await applicationWhen(mother, number, 'the certificate is there', stands('certificate', 'granted'));
  const { childName, sex, bornOn, registerOf, parentsMarried } = newbornApplication.answers;
  const register = {
    package: 'birth-registration',
    about: { kind: 'newborn' },
    answers: { childName, sex, bornOn, registerOf, parentsMarried, certificateNumber: `BC-${number}` },
  };
  const theirs = await as('mother-2').submit(register);
  const no = await applicationWhen(as('mother-2'), theirs, 'it is refused', ended('refused'));
  expect(stepOf(no, 'birth-registration')).toMatchObject({ reason: 'birth-not-certified' });
  // Of its own parent, the same item by itself enters the child.
  const own = await mother.submit(register);
  const end = await applicationWhen(mother, own, 'it is completed', ended('completed'));
  expect(stepOf(end, 'birth-registration').facts).toMatchObject({ childId: childOf(number) });
  expect(await refusalOf(stranger.submit({ ...register, about: undefined }))).toBe('subject-not-possible');
});

test('what the law wants of the person is asked of the register', async () => {
  const here = as('mother-1');
  const elsewhere = as('mother-4');
  const permit = { package: 'residence-permit', answers: { residingSince: '2025-06-01', residingFor: 'job' } };
  expect(await refusalOf(here.submit(permit))).toBe('register-outside');
  expect(await elsewhere.submit(permit)).toMatch(/^LB/);
});

test('topics and documents agree, and nothing is parked', async () => {
  const { audit, faults } = await auditOf(city);
  expect(faults).toEqual([]);
  expect(audit.duplicates).toBe(0);
});
