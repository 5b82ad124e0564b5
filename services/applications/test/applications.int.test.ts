import { applications as own, casework } from '@lianban/protos';
import { City, firstDay, until, answered } from '@lianban/testing';
import { applications } from '../src';
import { Departments } from './departments';
import { openShop } from './open-shop';
import { copies } from './uploads';

const { v1 } = casework;
const city = new City();
const { telling } = city;
const departments = new Departments(telling);
const Service = own.v1.ApplicationsServiceService;
let calls: ReturnType<typeof city.caller<typeof Service>>;
let papers: ReturnType<typeof city.caller<typeof own.v1.MaterialsServiceService>>;
let service: Awaited<ReturnType<City['start']>>;

beforeAll(async () => {
  await city.open();
  service = await city.start(applications);
  calls = city.caller(service, Service);
  papers = city.caller(service, own.v1.MaterialsServiceService);
});
afterAll(() => city.close());

const submit = async (residentId: string, more: Partial<own.v1.SubmitRequest> = {}) =>
  answered(await calls.submit(openShop(residentId, more))).applicationNumber;
const get = async (applicationNumber: string, residentId: string) =>
  answered(await calls.get({ applicationNumber, residentId }));
const untilIs = (status: string, number: string, residentId: string) =>
  until(`${number} is ${status}`, async () => {
    const found = await get(number, residentId);
    return found.status === status ? found : undefined;
  });
const statuses = ({ steps }: own.v1.Application) => Object.fromEntries(steps.map(({ id, status }) => [id, status]));

test('an application asks the departments concerned, each for its part, and ends when they have decided', async () => {
  const number = await submit('r-1', { materials: await copies(papers, 'r-1', 'health-certificates', 'sign-drawing') });
  expect(number).toMatch(/^LB20260302\d{6}$/);
  const requested = await telling.next(v1.StepRequested, `${number}/registration`);
  expect(requested).toMatchObject({ residentId: 'r-1', answers: { reason: 'dismissed' }, materials: [] });
  expect(Object.keys(requested.answers!)).toEqual(['reason', 'lastWorkedOn']);
  expect(telling.of(v1.StepRequested, `${number}/licence`)).toEqual([]);

  await departments.grant(number, 'registration', { registrationNumber: 'UR-1' });
  await departments.grant(number, 'course', { seat: 1 });
  const licence = await telling.next(v1.StepRequested, `${number}/licence`);
  expect(licence).toMatchObject({
    answers: { premisesArea: 40 },
    earlier: { course: { outcome: 'granted', seat: 1 } },
  });
  expect(licence.materials).toMatchObject([{ code: 'health-certificates', grade: 'C', asked: 'B' }]);

  await departments.refuse(number, 'licence');
  const ended = await untilIs('partly-granted', number, 'r-1');
  expect(statuses(ended)).toEqual({
    registration: 'granted',
    course: 'granted',
    relief: 'not-needed',
    licence: 'refused',
    sign: 'stopped',
  });
  expect(await telling.next(own.v1.ApplicationEnded, number)).toMatchObject({ ending: 'partly-granted' });
});

test('what a department asks for is waited for, checked, and handed on to it', async () => {
  const number = await submit('r-4');
  await departments.grant(number, 'course');
  await departments.askFor(number, 'licence', 'hygiene-layout', 'premisesArea');
  expect(statuses(await untilIs('waiting-for-you', number, 'r-4'))).toMatchObject({ licence: 'supplement' });

  const supplement = {
    applicationNumber: number,
    residentId: 'r-4',
    step: 'licence',
    materials: await copies(papers, 'r-4', 'hygiene-layout'),
    consents: [],
    idempotencyKey: '',
  };
  const wrong = await calls.supplement({ ...supplement, answers: { premisesArea: 'large' } });
  expect(wrong).toMatchObject({ refused: 'invalid-answers', pointer: '/answers/premisesArea' });
  const stray = await calls.supplement({ ...supplement, answers: { reason: 'other' } });
  expect(stray).toMatchObject({ refused: 'invalid-answers', pointer: '/answers/reason' });
  const vouched = supplement.materials.map((material) => ({ ...material, grade: 'B' }));
  expect(await calls.supplement({ ...supplement, answers: {}, materials: vouched })).toMatchObject({
    pointer: '/materials/0/grade',
  });
  const unasked = await copies(papers, 'r-4', 'sign-drawing');
  expect(await calls.supplement({ ...supplement, answers: {}, materials: unasked })).toMatchObject({
    pointer: '/materials/0/code',
  });
  expect(telling.of(v1.SupplementProvided, `${number}/licence`)).toEqual([]);

  const good = { ...supplement, answers: { premisesArea: 55 }, idempotencyKey: 'page-1' };
  const [after, again] = await Promise.all([calls.supplement(good), calls.supplement(good)]);
  expect([answered(after).status, answered(again).status]).toEqual(['in-progress', 'in-progress']);
  expect(await telling.next(v1.SupplementProvided, `${number}/licence`)).toMatchObject({
    answers: { premisesArea: 55 },
    materials: [{ code: 'hygiene-layout', asked: 'C' }],
  });
  const later = answered(await calls.supplement(good));
  expect(later.timeline.filter(({ what }) => what === 'supplement-provided')).toHaveLength(1);
  expect(telling.of(v1.SupplementProvided, `${number}/licence`)).toHaveLength(1);
  expect(await calls.supplement({ ...good, answers: { premisesArea: 56 } })).toMatchObject({
    refused: 'idempotency-key-reused',
  });
  expect(await calls.supplement({ ...supplement, answers: {} })).toMatchObject({ refused: 'no-supplement-asked' });
});

test('a withdrawal cancels what is under way, takes back what was granted, and then ends', async () => {
  const number = await submit('r-5');
  await departments.grant(number, 'course');
  await departments.asked(number, 'licence');
  const withdrawal = { applicationNumber: number, residentId: 'r-5', reason: 'changed-plans' };
  expect(answered(await calls.withdraw(withdrawal)).status).toBe('in-progress');

  await telling.next(v1.StepCancellationRequested, `${number}/registration`);
  await telling.next(v1.StepCancellationRequested, `${number}/licence`);
  await telling.next(v1.StepCompensationRequested, `${number}/course`);
  await departments.cancelled(number, 'registration');
  await departments.cancelled(number, 'licence');
  await departments.compensated(number, 'course');
  expect(statuses(await untilIs('withdrawn', number, 'r-5'))).toMatchObject({ course: 'compensated', sign: 'stopped' });
  expect(answered(await calls.withdraw(withdrawal)).status).toBe('withdrawn');
});

test('an objection keeps its text here and sends its number', async () => {
  const number = await submit('r-6');
  const objection = { applicationNumber: number, residentId: 'r-6', step: 'course', idempotencyKey: '' };
  expect(await calls.object({ ...objection, reason: ' ' })).toMatchObject({ refused: 'invalid-objection' });
  answered(await calls.object({ ...objection, reason: 'My neighbour 13900000000 got the seat.' }));

  const { objection: filed } = await telling.next(v1.ObjectionRaised, `${number}/course`);
  expect(filed).toMatch(/^OB\d{8}$/);
  const kept = city.servers.db('applications').collection<{ _id: string }>('objections');
  const stored = await kept.findOne({ _id: filed });
  expect(stored).toMatchObject({ state: { applicationNumber: number, step: 'course' } });
  expect(JSON.stringify(stored)).not.toContain('13900000000');
  expect(telling.heard.some(({ value }) => value.includes('13900000000'))).toBe(false);

  const asked = { applicationNumber: number, step: 'course', objections: [filed] };
  const officer = { onBehalfOf: 'officer:o-1' };
  const { objections } = answered(await calls.listObjections(asked, officer));
  expect(objections).toMatchObject([{ objection: filed, text: 'My neighbour 13900000000 got the seat.' }]);
  // Whoever may decide reads it: a supervisor is an officer too.
  expect(answered(await calls.listObjections(asked, { onBehalfOf: 'supervisor:s-1' })).objections).toEqual(objections);
  expect(await calls.listObjections(asked, { onBehalfOf: 'resident:r-6' })).toMatchObject({
    refused: 'officer-missing',
  });
  expect(await calls.listObjections({ ...asked, step: 'licence' }, officer)).toEqual({ objections: [] });
});

test('an objection sent again under its key is the same one; other words or another key are not', async () => {
  const number = await submit('r-16');
  const about = { applicationNumber: number, residentId: 'r-16', step: 'course', reason: 'The list is wrong.' };
  const told = async (nth: number) => (await telling.next(v1.ObjectionRaised, `${number}/course`, nth)).objection;
  const raised = (of: { timeline: readonly { what: string }[] }) =>
    of.timeline.filter(({ what }) => what === 'objection-raised').length;
  await Promise.all([1, 2, 3].map(async () => calls.object({ ...about, idempotencyKey: 'page-1' })));
  const first = await told(1);
  expect(first).toMatch(/^OB[0-9A-F]{24}$/);
  expect(raised(answered(await calls.object({ ...about, idempotencyKey: 'page-1' })))).toBe(1);
  expect(await calls.object({ ...about, reason: 'Mine, too.', idempotencyKey: 'page-1' })).toMatchObject({
    refused: 'idempotency-key-reused',
  });
  expect(raised(answered(await calls.object({ ...about, idempotencyKey: 'page-2' })))).toBe(2);
  const second = await told(2);
  const asked = { applicationNumber: number, step: 'course', objections: [second, first] };
  const { objections } = answered(await calls.listObjections(asked, { onBehalfOf: 'officer:o-1' }));
  expect(objections.map(({ objection }) => objection)).toEqual([first, second]);
});

test('an operator’s grant carries what later steps need, or is refused', async () => {
  const submission = {
    package: 'elderly-parent-care',
    residentId: 'r-9',
    district: '410105',
    answers: {},
    materials: [],
    consents: [],
  };
  const created = await calls.submit({ ...submission, idempotencyKey: 'r-9' });
  const number = answered(created).applicationNumber;
  await city.pass(60, service);
  await telling.next(own.v1.StepNeedsOperator, number);
  const operator = { onBehalfOf: 'operator:op-1' };
  const granted = {
    applicationNumber: number,
    step: 'assessment',
    outcome: v1.Outcome.GRANTED,
    reason: 'on-paper',
    operator: '',
    facts: {},
  };
  expect(await calls.takeOver(granted, operator)).toMatchObject({ refused: 'invalid-facts', pointer: '/facts/level' });
  const outOfRange = await calls.takeOver({ ...granted, facts: { level: 7 } }, operator);
  expect(outOfRange).toMatchObject({ refused: 'invalid-facts', pointer: '/facts/level' });
  const asked = answered(await calls.takeOver({ ...granted, facts: { level: 2 } }, operator));
  expect(asked.steps[0]).toMatchObject({
    status: 'needs-operator',
    takeOverAsk: { outcome: 'granted', askedBy: 'op-1', facts: { level: 2 } },
  });
  const answer = { applicationNumber: number, step: 'assessment', operator: '', approve: true };
  expect(await calls.answerTakeOver(answer, operator)).toMatchObject({ refused: 'second-person-needed' });
  const after = answered(await calls.answerTakeOver(answer, { onBehalfOf: 'operator:op-2' }));
  expect(after.steps[0]).toMatchObject({ status: 'granted', facts: { level: 2 } });
  expect(await telling.next(v1.StepRequested, `${number}/allowance`)).toMatchObject({
    earlier: { assessment: { outcome: 'granted', level: 2 } },
  });
});

test('a step whose time is up goes to an operator, who takes it over', async () => {
  const number = await submit('r-8');
  await departments.grant(number, 'registration');
  const takeOver = {
    applicationNumber: number,
    step: 'course',
    outcome: v1.Outcome.REFUSED,
    reason: 'no-answer',
    operator: '',
    facts: {},
  };
  const operator = { onBehalfOf: 'operator:op-1' };
  expect(await calls.takeOver(takeOver, operator)).toMatchObject({ refused: 'step-not-with-operator' });

  await city.pass(20, service);
  const { at, ...said } = await telling.next(own.v1.StepNeedsOperator, number);
  expect(said).toEqual({ applicationNumber: number, step: 'course', reason: 'decision-overdue' });
  expect(at!.getTime()).toBeGreaterThan(firstDay.getTime());
  expect(await calls.takeOver(takeOver)).toMatchObject({ refused: 'operator-missing' });
  expect(await calls.takeOver(takeOver, { onBehalfOf: 'resident:r-8' })).toMatchObject({ refused: 'operator-missing' });
  answered(await calls.takeOver(takeOver, operator));
  const answer = { applicationNumber: number, step: 'course', operator: '', approve: true };
  expect(await calls.answerTakeOver(answer)).toMatchObject({ refused: 'operator-missing' });
  const after = answered(await calls.answerTakeOver(answer, { onBehalfOf: 'operator:op-2' }));
  expect(after.status).toBe('partly-granted');
  expect(await telling.next(v1.StepCancellationRequested, `${number}/course`)).toMatchObject({ reason: 'taken-over' });
});
