import { casework, social_assistance as own } from '@lianban/protos';
import { isRefusal } from '@lianban/model';
import { City, firstDay, freePort, until, aStep, answered, day, materials, stepRequested } from '@lianban/testing';
import { socialAssistance } from '../src';
import { asked, changed, startResidents, withoutConsent } from './stand-in-residents';

const { v1 } = casework;
const { GRANTED, REFUSED } = v1.Outcome;
const officer = { onBehalfOf: 'officer:o-1' };
// 3 persons, the line 760.00 yuan, 1500.00 yuan a month together.
const allowance = { kind: 'minimum-living-allowance', amountCents: 3 * 76_000 - 150_000, persons: 3 };

const city = new City();
const { telling } = city;
let service: Awaited<ReturnType<City['start']>>;
let desk: ReturnType<City['desk']>;
let port: number;

beforeAll(async () => {
  await city.open();
  port = await freePort();
  service = await city.start(socialAssistance, { SERVICE_ADDRESSES: `residents=127.0.0.1:${port}` });
  desk = city.desk(service);
});
afterAll(() => city.close());

async function apply(residentId: string, item = 'minimum-living-allowance') {
  const ref = aStep('social-assistance', item);
  const request = stepRequested(ref, {
    residentId,
    materials: materials('household-authorisation'),
    capability: 'proof.of.case',
  });
  return { ref, id: await telling.say(v1.StepRequested, request) };
}
const onTheDesk = async (id: string) =>
  answered(await desk.listWork(casework.v1.ListWorkRequest.fromPartial({ limit: 200 }))).cases.find(
    (found) => found.id === id,
  );

test('residents is down: the question waits, and is answered when it comes up', async () => {
  const { id } = await apply('r-poor', 'temporary-relief');
  await telling.next(v1.StepAccepted, id);
  expect(await desk.getCase({ id })).toMatchObject({ status: 'accepted', known: {} });

  await startResidents(city, port);
  const facts = { kind: 'temporary-relief', amountCents: 6 * 76_000, persons: 3, approvedBy: 'county' };
  expect(await telling.next(v1.StepDecided, id)).toMatchObject({ outcome: GRANTED, facts });
  expect(asked).toEqual([
    { residentId: 'r-poor', purpose: { caseId: id, purpose: 'temporary-relief', capability: 'proof.of.case' } },
  ]);
});

test('whom residents does not know comes to an officer, who decides on means found by hand', async () => {
  const { id } = await apply('r-nobody', 'temporary-relief');
  const found = await until('the case is on the desk', () => onTheDesk(id));
  expect(found).toMatchObject({ status: 'accepted', reason: 'resident-not-found' });

  const means = { persons: 1, monthlyIncomeCents: 0, savingsCents: 0, homes: 0, cars: 0, district: '410122' };
  const decision = { id, version: found.version, outcome: GRANTED, reason: '', findings: { means } };
  answered(await desk.decide(decision, officer));
  const facts = { amountCents: 2 * 68_000, persons: 1, approvedBy: 'street' };
  expect(await telling.next(v1.StepDecided, id)).toMatchObject({ facts, decidedBy: v1.DecidedBy.OFFICER });
});

test('income of the line and more is refused, without a notice', async () => {
  const { id } = await apply('r-rich');
  expect(await telling.next(v1.StepDecided, id)).toMatchObject({ outcome: REFUSED, reason: 'income-above-line' });
  expect(telling.of(own.v1.PublicNoticeOpened, id)).toEqual([]);
});

test('without consent nobody asks for means; with it they are asked', async () => {
  const ref = aStep('social-assistance', 'minimum-living-allowance');
  const id = await telling.say(v1.StepRequested, stepRequested(ref, { residentId: 'r-poor' }));
  const { missing } = await telling.next(v1.SupplementRequested, id);
  expect(missing).toMatchObject([{ code: 'household-authorisation' }]);
  expect(asked.filter(({ purpose }) => purpose?.caseId === id)).toEqual([]);

  const supplement = {
    answers: {},
    materials: materials('household-authorisation'),
    providedAt: firstDay,
    providedBy: '',
  };
  await telling.say(v1.SupplementProvided, { ref, ...supplement });
  await telling.next(own.v1.PublicNoticeOpened, id);
  expect(asked.filter(({ purpose }) => purpose?.caseId === id)).toHaveLength(1);
});

test('residents withhold the means for want of consent: it is asked for, and then they are asked anew', async () => {
  withoutConsent.add('r-revoked');
  const { ref, id } = await apply('r-revoked');
  await telling.next(v1.StepAccepted, id);
  expect(await telling.next(v1.ClockPaused, id)).toMatchObject({ reason: 'supplement' });
  const { missing } = await telling.next(v1.SupplementRequested, id);
  expect(missing).toMatchObject([{ code: 'household-authorisation' }]);

  withoutConsent.delete('r-revoked');
  const supplement = {
    answers: {},
    materials: materials('household-authorisation'),
    providedAt: firstDay,
    providedBy: '',
  };
  await telling.say(v1.SupplementProvided, { ref, ...supplement });
  await telling.next(v1.ClockResumed, id);
  await telling.next(own.v1.PublicNoticeOpened, id);
});

test('the notice of seven days closes by itself; an objection brings an officer and a new notice', async () => {
  const [quiet, disputed] = await Promise.all([apply('r-poor'), apply('r-poor')]);
  const { closesAt } = await telling.next(own.v1.PublicNoticeOpened, quiet.id);
  expect(day(closesAt)).toBe('2026-03-09');
  expect(await telling.next(v1.ClockPaused, quiet.id)).toMatchObject({ reason: 'public-notice', until: closesAt });

  await telling.next(own.v1.PublicNoticeOpened, disputed.id);
  const objection = { ref: disputed.ref, objection: 'OB00000001', raisedAt: firstDay, review: false };
  await telling.say(v1.ObjectionRaised, objection);
  expect(await until('an officer has it', () => onTheDesk(disputed.id))).toMatchObject({ status: 'accepted' });

  await city.pass(8, service);
  const granted = await telling.next(v1.StepDecided, quiet.id);
  expect(granted).toMatchObject({ outcome: GRANTED, facts: allowance, decidedBy: v1.DecidedBy.RULE });
  expect(granted.decidedAt!.getTime()).toBeGreaterThan(closesAt!.getTime());
  expect(await telling.next(own.v1.AssistanceGranted, quiet.id)).toMatchObject(allowance);

  const again = { id: disputed.id, version: 0, outcome: GRANTED, reason: '', findings: {} };
  // The means are of before the notice: they are asked again first.
  expect(await desk.decide(again, officer)).toMatchObject({ refused: 'facts-outdated' });
  const decided = await until('the means have been told again', async () => {
    const answer = await desk.decide(again, officer);
    return isRefusal(answer) ? undefined : answer;
  });
  expect(decided).toMatchObject({ status: 'notice' });
  const second = await telling.next(own.v1.PublicNoticeOpened, disputed.id, 2);
  expect(day(second.closesAt)).toBe('2026-03-17');
  expect(telling.of(v1.StepDecided, disputed.id)).toEqual([]);
  await city.pass(8, service);
  expect(await telling.next(v1.StepDecided, disputed.id)).toMatchObject({ outcome: GRANTED, facts: allowance });
});

// review/cases.md, row 25.
test('means that changed during the notice are asked again before it becomes the decision', async () => {
  const { id } = await apply('r-changing');
  await telling.next(own.v1.PublicNoticeOpened, id);
  expect(asked.filter(({ purpose }) => purpose?.caseId === id)).toHaveLength(1);
  changed.add('r-changing');
  await city.pass(8, service);
  expect(await telling.next(v1.StepDecided, id)).toMatchObject({ outcome: REFUSED, reason: 'income-above-line' });
  expect(asked.filter(({ purpose }) => purpose?.caseId === id)).toHaveLength(2);
  expect(telling.of(own.v1.AssistanceGranted, id)).toEqual([]);
});
