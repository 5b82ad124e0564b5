import { casework, elderly_care as own, entitlements } from '@lianban/protos';
import { City, until, aStep, answered, stepRequested } from '@lianban/testing';
import { elderlyCare } from '../src';
import { ABILITY_ITEMS } from '../src/domain/ability-items';

const { v1 } = casework;
const { GRANTED, REFUSED } = v1.Outcome;
const officer = { onBehalfOf: 'officer:assessor-1' };
const best: Readonly<Record<string, number>> = ABILITY_ITEMS;
// 90 − 5 × 4 = 70 points: level 1 by the total, one worse with two falls.
const scores = { ...best, bathing: 0, walking: 0, memory: 0, toileting: 0, dailyAffairs: 0 };

const city = new City();
const { telling } = city;
let desk: ReturnType<City['desk']>;

beforeAll(async () => {
  await city.open();
  const SERVICE_ADDRESSES = await city.standInResidents();
  desk = city.desk(await city.start(elderlyCare, { SERVICE_ADDRESSES }));
});
afterAll(() => city.close());

const onTheDesk = async (id: string) =>
  answered(await desk.listWork(casework.v1.ListWorkRequest.fromPartial({ limit: 200 }))).cases.find(
    (found) => found.id === id,
  );

async function accepted(): Promise<casework.v1.Case> {
  const ref = aStep('elderly-care', 'elderly-ability-assessment');
  const id = await telling.say(v1.StepRequested, stepRequested(ref, { decidedBy: v1.DecidedBy.OFFICER }));
  const { version } = await until('the case is on the desk', () => onTheDesk(id));
  return answered(await desk.accept({ id, version }, officer));
}
const assess = (id: string, version: number, findings: Readonly<Record<string, unknown>>) =>
  desk.decide({ id, version, outcome: GRANTED, reason: '', findings }, officer);

test('26 scores of an officer make the level, worsened by two falls', async () => {
  const { id, version } = await accepted();
  expect(answered(await assess(id, version, { ...scores, careRiskEvents: 2 }))).toMatchObject({ status: 'decided' });

  expect(await telling.next(own.v1.AbilityAssessed, id)).toMatchObject({ level: 2, score: 70 });
  const decided = await telling.next(v1.StepDecided, id);
  expect(decided).toMatchObject({ outcome: GRANTED, reason: 'assessed', facts: { level: 2, score: 70 } });
  expect(decided.grounds.map(({ rule }) => rule)).toEqual(['GB/T 42195-2022', 'GB/T 42195-2022']);
});

test.each([
  ['left out', { ...scores, stairs: undefined }, '/findings/stairs'],
  ['above its highest', { ...scores, stairs: 4 }, '/findings/stairs'],
  ['of another scale', { total: 150 }, '/findings/eating'],
])('a score %s is refused with its place, and nothing changes', async (_, wrong, pointer) => {
  const before = await accepted();
  const findings = JSON.parse(JSON.stringify(wrong)) as Record<string, unknown>;

  expect(await assess(before.id, before.version, findings)).toMatchObject({
    refused: 'assessment-incomplete',
    pointer,
  });
  expect(await desk.getCase({ id: before.id })).toEqual(before);
  answered(await assess(before.id, before.version, best));
  expect(await telling.next(own.v1.AbilityAssessed, before.id)).toMatchObject({ level: 0, score: 90 });
});

test('a rule assesses scores that came with the application, and asks for those that did not', async () => {
  const ref = aStep('elderly-care', 'elderly-ability-assessment');
  const { eating, ...others } = best;
  const id = await telling.say(v1.StepRequested, stepRequested(ref, { answers: { assessment: others } }));
  expect((await telling.next(v1.SupplementRequested, id)).missing).toMatchObject([{ code: 'assessment.eating' }]);

  const answers = { assessment: { ...others, eating } };
  await telling.say(v1.SupplementProvided, { ref, answers, materials: [], providedAt: new Date(), providedBy: '' });
  expect(await telling.next(v1.StepDecided, id)).toMatchObject({ facts: { level: 0, score: 90 } });
});

const allowance = (earlier: Readonly<Record<string, unknown>>) =>
  telling.say(v1.StepRequested, stepRequested(aStep('elderly-care', 'elderly-care-allowance'), { earlier }));

test.each([
  [2, 20_000],
  [3, 40_000],
  [4, 60_000],
])('level %i of the earlier step is paid %i cents a month', async (level, amountCents) => {
  const id = await allowance({ assessment: { outcome: 'granted', level, score: 40 } });

  expect(await telling.next(own.v1.CareAllowanceGranted, id)).toMatchObject({ amountCents });
  await telling.next(v1.StepDecided, id);
  expect(telling.of(v1.StepDecided, id)).toMatchObject([{ outcome: GRANTED, facts: { level, amountCents } }]);
});

test.each([
  ['level-below-two', { assessment: { outcome: 'granted', level: 1, score: 70 } }],
  ['level-unknown', {}],
])('no allowance: %s', async (reason, earlier) => {
  const id = await allowance(earlier);

  expect(await telling.next(v1.StepDecided, id)).toMatchObject({ outcome: REFUSED, reason, facts: {} });
  expect(telling.of(own.v1.CareAllowanceGranted, id)).toEqual([]);
});

test('an allowance that is granted is an entitlement, told with what paying it needs; taken back, it stops and says what was overpaid', async () => {
  const id = await allowance({ assessment: { outcome: 'granted', level: 2, score: 50 } });
  const { ref } = await telling.next(v1.StepDecided, id);
  const entitlementId = `${id}/elderly-care-allowance`;
  const started = await telling.next(entitlements.v1.EntitlementStarted, entitlementId);
  expect(started).toMatchObject({
    amountFen: 20_000,
    period: entitlements.v1.Period.MONTH,
    from: '2026-04',
    until: '',
    cause: 'granted',
  });
  expect(started.ref).toMatchObject({
    caseId: id,
    benefit: 'elderly-care-allowance',
    holderKind: entitlements.v1.HolderKind.PERSON,
  });

  await telling.say(v1.StepCompensationRequested, { ref: ref!, reason: 'package-withdrawn', requestedAt: new Date() });
  expect(await telling.next(entitlements.v1.EntitlementStopped, entitlementId)).toMatchObject({
    from: '2026-04',
    cause: 'compensated',
  });
  expect(telling.of(entitlements.v1.EntitlementOverpaid, entitlementId)).toEqual([]);
});
