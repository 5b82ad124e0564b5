import { casework } from '@lianban/protos';
import { decisionNews } from './decision';

const { v1 } = casework;
const ref = { applicationNumber: 'LB20260302000001', step: 'licence', item: 'i', department: 'permits' };
const at = new Date('2026-03-03T00:00:00Z');
const promisedAt = new Date('2026-03-10T00:00:00Z');
const statutoryAt = new Date('2026-03-20T00:00:00Z');

/** What a message of a department means; what it leaves out is as the wire has it. */
const read = <T extends { $type: string; fromPartial(value: object): unknown }>(type: T, value: object) =>
  decisionNews
    .find((reading) => reading.type.$type === type.$type)!
    .newsOf(type.fromPartial({ ref, ...value }) as never);

const limits = { promisedAt, statutoryAt };

test.each([
  [v1.StepAccepted, { acceptedAt: at, ...limits }, { status: 'accepted', ...limits }],
  [v1.StepAccepted, { acceptedAt: at, deemed: true, ...limits }, { status: 'accepted', deemed: true, ...limits }],
  [v1.ClockResumed, { resumedAt: at, statutoryAt }, { status: 'resumed', statutoryAt }],
  [
    v1.LimitsSet,
    { setAt: at, ...limits, statutoryProvisional: true },
    { status: 'limits-set', ...limits, statutoryProvisional: true },
  ],
  [v1.ClockPaused, { pausedAt: at, reason: 'hearing' }, { status: 'paused', reason: 'hearing' }],
  [
    v1.ClockPaused,
    { pausedAt: at, reason: 'n', until: promisedAt },
    { status: 'paused', reason: 'n', until: promisedAt },
  ],
  [
    v1.ClockExtended,
    { extendedAt: at, days: 10, reason: 'complex', ...limits },
    { status: 'extended', days: 10, reason: 'complex', ...limits },
  ],
  [
    v1.SupplementRequested,
    { requestedAt: at, missing: [{ code: 'plan', note: 'Mr. Li, bring it.' }], answerBy: promisedAt },
    { status: 'supplement', missing: [{ code: 'plan', note: '' }], answerBy: promisedAt },
  ],
  [v1.ObjectionDismissed, { dismissedAt: at, reason: 'late' }, { status: 'objection-dismissed', reason: 'late' }],
])('%s is progress, and what it leaves out is left out', (type, value, progress) => {
  expect(read(type, value)).toStrictEqual({ type: 'progressed', at, progress: { kind: 'decision', ...progress } });
});

test('a decision finishes the step, with the acceptance that is told in it', () => {
  const decided = { outcome: v1.Outcome.GRANTED, reason: 'ok', facts: { level: 2 }, decidedAt: at };
  const finished = { type: 'finished', at, outcome: 'granted', reason: 'ok', facts: { level: 2 }, grounds: [] };
  expect(read(v1.StepDecided, decided)).toStrictEqual(finished);
  expect(read(v1.StepDecided, { ...decided, acceptance: { acceptedAt: at, ...limits } })).toStrictEqual({
    ...finished,
    before: { type: 'progressed', at, progress: { kind: 'decision', status: 'accepted', ...limits } },
  });
});

test('a decision put right says what it was, what it is, and why it was in error', () => {
  const decision = { outcome: v1.Outcome.REFUSED, reason: 'facts-wrong', error: 'facts-wrong', correctedAt: at };
  const { GRANTED } = v1.Outcome;
  expect(read(v1.StepCorrected, { ...decision, was: GRANTED, number: 1 })).toStrictEqual({
    ...{ type: 'corrected', at, was: 'granted', outcome: 'refused', reason: 'facts-wrong', facts: {}, grounds: [] },
    error: 'facts-wrong',
  });
  expect(() => read(v1.StepCorrected, decision)).toThrow('granted or refused');
});

test('what was let go of is cancelled, what was taken back is undone; without a time, it is as it is heard', () => {
  expect(read(v1.StepCancelled, { cancelledAt: at })).toStrictEqual({ type: 'cancelled', at });
  expect(read(v1.StepCompensated, {})).toStrictEqual({ type: 'undone' });
});

test('a decision without an outcome breaks the contract', () => {
  expect(() => read(v1.StepDecided, { outcome: v1.Outcome.UNSPECIFIED })).toThrow('granted or refused');
});
