import { casework, permits as facts } from '@lianban/protos';
import { City, until, aStep, answered, day, materials, stepRequested } from '@lianban/testing';
import { permits } from '../src';

const { v1 } = casework;
const { GRANTED, REFUSED } = v1.Outcome;
const officer = { onBehalfOf: 'officer:o-1' };
const papers = { answers: { premisesArea: 40 }, materials: materials('health-certificates', 'hygiene-layout') };

const city = new City();
const { telling } = city;
let desk: ReturnType<City['desk']>;
let permitsService: Awaited<ReturnType<City['start']>>;

beforeAll(async () => {
  await city.open();
  permitsService = await city.start(permits);
  desk = city.desk(permitsService);
});
afterAll(() => city.close());

const askForLicence = (ref: casework.v1.StepRef, more: Partial<typeof papers> = papers) =>
  telling.say(v1.StepRequested, stepRequested(ref, { decidedBy: v1.DecidedBy.OFFICER, ...more }));

const onTheDesk = async (id: string): Promise<casework.v1.Case | undefined> =>
  answered(await desk.listWork(casework.v1.ListWorkRequest.fromPartial({ limit: 200 }))).cases.find(
    (found) => found.id === id,
  );

/** A licence with all its papers, accepted by an officer. */
async function accepted(): Promise<casework.v1.Case> {
  const id = await askForLicence(aStep('permits', 'food-business-licence'));
  const { version } = await until('the case is on the desk', () => onTheDesk(id));
  return answered(await desk.accept({ id, version }, officer));
}

test('everything missing is told at once, then supplemented, accepted, inspected and granted', async () => {
  const ref = aStep('permits', 'food-business-licence');
  const id = await askForLicence(ref, {});
  const { missing, answerBy } = await telling.next(v1.SupplementRequested, id);
  expect(missing.map(({ code }) => code)).toEqual(['health-certificates', 'hygiene-layout', 'premisesArea']);
  expect(day(answerBy)).toBe('2026-04-01');
  expect(await onTheDesk(id)).toBeUndefined();

  await telling.say(v1.SupplementProvided, {
    ref,
    ...papers,
    providedAt: new Date('2026-03-02T02:00:00Z'),
    providedBy: '',
  });
  expect(await until('the case is on the desk', () => onTheDesk(id))).toMatchObject({ status: 'received' });
  await desk.accept({ id, version: 0 }, officer);
  const { promisedAt, statutoryAt } = await telling.next(v1.StepAccepted, id);
  expect([day(promisedAt), day(statutoryAt)]).toEqual(['2026-03-16', '2026-03-30']);

  const decision = { id, version: 0, outcome: GRANTED, reason: '', findings: { inspection: 'passed' } };
  expect(answered(await desk.decide(decision, officer))).toMatchObject({ status: 'decided', officer: 'o-1' });
  const permitNumber = `FB-${ref.applicationNumber}`;
  expect(await telling.next(facts.v1.PermitIssued, id)).toMatchObject({ item: ref.item, permitNumber });
  await telling.next(v1.StepDecided, id);
  expect(telling.of(v1.StepDecided, id)).toMatchObject([
    { ref, outcome: GRANTED, facts: { permitNumber }, decidedBy: v1.DecidedBy.OFFICER },
  ]);
  expect(await onTheDesk(id)).toBeUndefined();
});

test('a permit granted by rule is revoked when the application takes it back', async () => {
  const ref = aStep('permits', 'home-adaptation-permit');
  const request = {
    answers: { ownerConsent: true, touchesStructure: false },
    materials: materials('ownership-proof', 'adaptation-plan'),
  };
  const id = await telling.say(v1.StepRequested, stepRequested(ref, request));
  const { permitNumber } = await telling.next(facts.v1.PermitIssued, id);

  await telling.say(v1.StepCompensationRequested, { ref, reason: 'withdrawn', requestedAt: new Date() });
  expect(await telling.next(facts.v1.PermitRevoked, id)).toMatchObject({ permitNumber });
  await telling.next(v1.StepCompensated, id);
  expect(telling.of(v1.StepCompensated, id)).toHaveLength(1);
});

test('what failed its inspection cannot be granted, and is refused with the reason', async () => {
  const { id, version } = await accepted();
  const decision = { id, version, outcome: GRANTED, reason: '', findings: { inspection: 'failed' } };

  expect(await desk.decide(decision, officer)).toMatchObject({ refused: 'rule-says-otherwise' });
  expect(await desk.getCase({ id })).toMatchObject({ status: 'accepted', version });
  answered(await desk.decide({ ...decision, outcome: REFUSED }, officer));
  expect(await telling.next(v1.StepDecided, id)).toMatchObject({ outcome: REFUSED, reason: 'inspection-failed' });
  expect(telling.of(facts.v1.PermitIssued, id)).toEqual([]);
});

test('an officer who saw an older version, and a caller who is no officer, change nothing', async () => {
  const { id, version } = await accepted();
  const colleague = { onBehalfOf: 'officer:o-2' };
  expect(await desk.pause({ id, version, reason: 'hearing' }, colleague)).toMatchObject({ refused: 'held-by-another' });
  const { version: later } = answered(await desk.pause({ id, version, reason: 'hearing' }, officer));

  const act = { id, version, outcome: REFUSED, reason: 'no-need', findings: {} };
  expect(await desk.decide(act, officer)).toMatchObject({ refused: 'version-conflict' });
  expect(await desk.resume({ id, version: later })).toMatchObject({ refused: 'officer-missing' });
  expect(await desk.resume({ id, version: later }, { onBehalfOf: 'resident:r-1' })).toMatchObject({
    refused: 'officer-missing',
  });
  expect(await desk.getCase({ id })).toMatchObject({ status: 'paused', version: later });
  expect(await desk.accept({ id: 'LB1/none', version: 0 }, officer)).toMatchObject({ refused: 'case-not-found' });
});

test('an extension moves both limits once another person approves it, and a pause by the working days it took', async () => {
  const { id } = await accepted();
  const extension = { id, version: 0, days: 10, reason: 'second-inspection' };
  expect(answered(await desk.extend(extension, officer))).toMatchObject({ extension: { status: 'asked' } });
  expect(await desk.approveExtension({ id, version: 0 }, officer)).toMatchObject({ refused: 'supervisor-only' });
  const sameOne = { onBehalfOf: 'supervisor:o-1' };
  expect(await desk.approveExtension({ id, version: 0 }, sameOne)).toMatchObject({ refused: 'second-person-needed' });
  answered(await desk.approveExtension({ id, version: 0 }, { onBehalfOf: 'supervisor:s-1' }));
  const extended = await telling.next(v1.ClockExtended, id);
  expect(extended).toMatchObject({ days: 10, reason: 'second-inspection' });
  // The Qingming holiday, 4 to 6 April, lies between.
  expect([day(extended.promisedAt), day(extended.statutoryAt)]).toEqual(['2026-03-30', '2026-04-14']);
  expect(await desk.extend(extension, officer)).toMatchObject({ refused: 'already-extended' });

  answered(await desk.pause({ id, version: 0, reason: 'expert-review' }, officer));
  expect(await telling.next(v1.ClockPaused, id)).toMatchObject({ reason: 'expert-review', until: undefined });
  await city.pass(7, permitsService);
  answered(await desk.resume({ id, version: 0 }, officer));
  const resumed = await telling.next(v1.ClockResumed, id);
  expect([day(resumed.promisedAt), day(resumed.statutoryAt)]).toEqual(['2026-04-07', '2026-04-21']);
});

test('a permit a rule refused is looked at by a person for whoever asks, and granted on what they find', async () => {
  const ref = aStep('permits', 'home-adaptation-permit');
  const request = {
    answers: { ownerConsent: true, touchesStructure: true },
    materials: materials('ownership-proof', 'adaptation-plan'),
  };
  const id = await telling.say(v1.StepRequested, stepRequested(ref, request));
  const first = await telling.next(v1.StepDecided, id);
  expect(first).toMatchObject({ outcome: REFUSED, reason: 'structure-touched', decidedBy: v1.DecidedBy.RULE });

  const raised = { ref, objection: 'OB1', raisedAt: new Date('2026-03-03T02:00:00Z'), review: true };
  await telling.say(v1.ObjectionRaised, raised);
  const asked = await until('the case is on the desk', () => onTheDesk(id));
  expect(asked).toMatchObject({ status: 'accepted', handedOver: 'review-asked', objections: ['OB1'], holder: '' });
  await telling.next(v1.StepAccepted, id);
  const findings = { touchesStructure: false };
  const decision = { id, version: asked.version, outcome: GRANTED, reason: '', findings };
  answered(await desk.decide(decision, officer));
  const again = await until('it is decided again', async () => telling.of(v1.StepDecided, id)[1]);
  expect(again).toMatchObject({
    outcome: GRANTED,
    facts: { permitNumber: `HA-${ref.applicationNumber}` },
    decidedBy: v1.DecidedBy.OFFICER,
  });
});
