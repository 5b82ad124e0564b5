import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { applications as own, casework, steps } from '@lianban/protos';
import type { Running } from '@lianban/runtime';
import { requestTopics } from '@lianban/steps';
import { City, answered, firstDay, until } from '@lianban/testing';
import { applications } from '../src';
import { Departments } from './departments';
import { catalogueWithFee } from './fee-catalogue';
import { AMOUNT, CHARGES, PAY_BY, payments } from './payments';

const { v1 } = steps;
const city = new City();
const { telling, servers } = city;
const departments = new Departments(telling);
const Service = own.v1.ApplicationsServiceService;
const residentId = 'r-1';
let folder: string;
let calls: ReturnType<typeof city.caller<typeof Service>>;
let cashier: Running;

beforeAll(async () => {
  folder = catalogueWithFee();
  await city.open();
  await servers.makeTopics(
    ...['payments.v1', 'payments.v1.applications.dlt'],
    ...[requestTopics.of('payments'), `${requestTopics.of('payments')}.payments.dlt`],
  );
  calls = city.caller(await city.start(applications, { CATALOGUE_FOLDER: folder }), Service);
  cashier = await city.start(payments);
});
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true });
});

/** An application whose fee can be paid. */
async function payable(): Promise<string> {
  const request = {
    package: 'sign-with-fee',
    residentId,
    district: '410105',
    answers: {},
    materials: [],
    consents: [],
  };
  const { applicationNumber } = answered(await calls.submit({ ...request, idempotencyKey: randomUUID() }));
  await departments.grant(applicationNumber, 'registration', { registrationNumber: 'UR-1' });
  await untilStep(applicationNumber, 'fee', 'payable');
  return applicationNumber;
}
const get = async (applicationNumber: string) => answered(await calls.get({ applicationNumber, residentId }));
const untilStep = (number: string, id: string, status: string) =>
  until(`${id} of ${number} is ${status}`, async () => {
    const found = await get(number);
    return found.steps.some((step) => step.id === id && step.status === status) ? found : undefined;
  });
const untilIs = (status: string, number: string) =>
  until(`${number} is ${status}`, async () => {
    const found = await get(number);
    return found.status === status ? found : undefined;
  });
const pay = (number: string) => cashier.app.dispatch(CHARGES, `${number}/fee`, { type: 'Pay' });
const happened = async (number: string) => (await cashier.app.get(CHARGES, `${number}/fee`))?.state.happened;
const said = ({ timeline }: own.v1.Application, step: string) =>
  timeline.filter((entry) => entry.step === step).map(({ what }) => what);

test('a fee is asked for, shown while it can be paid, and once paid the package goes on', async () => {
  const number = await payable();
  const found = await get(number);
  expect(found.status).toBe('waiting-for-you');
  expect(found.steps[1]).toMatchObject({
    ...{ id: 'fee', kind: 'payment', department: 'payments', name: { en: 'Fee for the shopfront sign' } },
    ...{ payment: { amountCents: AMOUNT }, until: PAY_BY },
  });

  await pay(number);
  expect(await telling.next(casework.v1.StepRequested, `${number}/sign`)).toMatchObject({
    earlier: { fee: { outcome: 'granted', amountCents: AMOUNT } },
  });
  await departments.grant(number, 'sign');
  const ended = await untilIs('completed', number);
  expect(said(ended, 'fee')).toEqual(['requested', 'payable', 'granted']);
  expect(ended.steps[1]).toMatchObject({ status: 'granted', reason: 'paid', facts: { amountCents: AMOUNT } });
});

test('a withdrawal cancels it', async () => {
  const number = await payable();
  answered(await calls.withdraw({ applicationNumber: number, residentId, reason: 'later' }));
  await departments.compensated(number, 'registration');
  await untilIs('withdrawn', number);
  expect(await happened(number)).toEqual(['Raised', 'Cancelled']);
  const isCancellation = ({ headers }: { readonly headers: Readonly<Record<string, string>> }) =>
    headers['ce_type'] === v1.StepCancellationRequested.$type && headers['ce_subject'] === `${number}/fee`;
  const records = await servers.read(requestTopics.of('payments'), (found) => found.some(isCancellation));
  expect(v1.StepCancellationRequested.decode(records.find(isCancellation)!.value)).toMatchObject({
    reason: 'withdrawn',
  });
});

test('a later refusal undoes it, and no record that comes again has a second effect', async () => {
  const number = await payable();
  await again(requestTopics.of('payments'), number, 1);
  await pay(number);
  await departments.asked(number, 'sign');
  await again('payments.v1', number, 2);
  await departments.refuse(number, 'sign');
  await untilStep(number, 'fee', 'compensated');
  await departments.compensated(number, 'registration');
  const ended = await untilIs('refused', number);

  // What came again lay before these on both topics.
  expect(await happened(number)).toEqual(['Raised', 'Paid', 'Refunded']);
  expect(said(ended, 'fee')).toEqual(['requested', 'payable', 'granted', 'compensation-requested', 'compensated']);
  const toPermits = telling.heard.filter(({ headers }) => headers['ce_subject'] === `${number}/sign`);
  expect(new Set(toPermits.map(({ headers }) => headers['ce_id'])).size).toBe(2);
  const parked = ['applications', 'payments'].map((name) => servers.db(name).collection('parked').countDocuments());
  expect(await Promise.all(parked)).toEqual([0, 0]);
});

test('a city service finishes no step of a department', async () => {
  const number = await payable();
  await pay(number);
  const { department, ...about } = await departments.asked(number, 'sign');
  expect(department).toBe('permits');
  const ref = { ...about, service: 'payments', kind: v1.Kind.PAYMENT };
  const value = v1.StepFinished.fromPartial({
    ref,
    outcome: v1.Outcome.GRANTED,
    reason: 'forged',
    finishedAt: firstDay,
  });
  await telling.say(v1.StepFinished, { ...value, ref: { ...ref, department } }, 'payments');
  const letters = await servers.read('payments.v1.applications.dlt', (found) => found.length > 0);
  expect(letters.map(({ headers }) => headers['kafka_dlt-exception-message'])).toEqual([
    'dead: not believed: not-your-step',
  ]);
  expect((await get(number)).steps[2]).toMatchObject({ id: 'sign', status: 'requested' });
});

/** Sends what lies on a topic about the fee once more, as many records as there are by now. */
async function again(topic: string, number: string, count: number): Promise<void> {
  const ofFee = ({ headers }: { readonly headers: Readonly<Record<string, string>> }) =>
    headers['ce_subject'] === `${number}/fee`;
  const records = await servers.read(topic, (found) => found.filter(ofFee).length >= count);
  await servers.send(topic, records.filter(ofFee));
}
