import { casework } from '@lianban/protos';
import { chineseWorkingDays } from '../calendar/chinese-working-days';
import { caseMessage, deskActs, missingMessage } from './desk';
import { accepted, at, endOf, exampleDecider, givenState, received } from '../../test/given/example';
import { waitsForOfficer } from './work-queue';

const { v1 } = casework;
const onlyMessage = (state: Parameters<typeof caseMessage>[0], now = at('03-03')) => {
  const message = caseMessage(state, 3, now, chineseWorkingDays);
  return message && v1.Case.decode(v1.Case.encode(message).finish());
};

describe('a case on the desk', () => {
  test('shows what was asked, what is known and both limits', () => {
    const asked = accepted({ item: 'needs-both', answers: { income: 700 } });
    const learnt = givenState(asked, at('03-03')).when({ type: 'Learn', name: 'seat', value: { seat: 7 } }).state;
    const failed = givenState(learnt, at('03-03')).when({ type: 'LearnFailed', name: 'means', why: 'timeout' }).state;
    expect(onlyMessage(failed)).toEqual({
      id: 'LB20260302000001/assess',
      ref: { applicationNumber: 'LB20260302000001', step: 'assess', item: 'needs-both', department: 'elderly-care' },
      status: 'accepted',
      version: 3,
      residentId: 'r-1',
      answers: { income: 700 },
      earlier: {},
      materials: [],
      missing: [],
      known: { seat: { seat: 7 }, means: { available: false, why: 'timeout' } },
      receivedAt: at('03-02'),
      acceptedAt: at('03-02'),
      promisedAt: endOf('03-16'),
      statutoryAt: endOf('03-30'),
      pausedAt: undefined,
      pausedFor: '',
      outcome: v1.Outcome.UNSPECIFIED,
      reason: '',
      facts: {},
      grounds: [],
      officer: 'o-1',
      decidedBy: v1.DecidedBy.OFFICER,
      district: '410105',
      objections: [],
      holder: 'o-1',
      clock: {
        kind: 'decide',
        running: true,
        dueAt: endOf('03-16'),
        usedDays: 1,
        leftDays: 9,
        statutoryLeftDays: 19,
        extendedBy: 0,
        pauses: [],
        level: 'green',
        undated: '',
        promisedDays: 10,
        statutoryDays: 20,
        statutoryCalendarDays: undefined,
        dueProvisional: false,
      },
      changedAt: at('03-03'),
      changedBy: '',
      change: 'FactFailed',
      handedOver: '',
      awaited: [],
      closedAt: undefined,
      extension: undefined,
      filedBy: [],
      handedInAt: {},
      dismissedObjections: [],
      deemed: false,
      decisionAsk: undefined,
      correctionAsk: undefined,
      corrections: [],
      approvedBy: '',
      promisedProvisional: false,
      statutoryProvisional: false,
    });
  });

  test('shows what stops its clock, what it misses, why it was handed over and how it ended', () => {
    const missing = [{ code: 'photo', note: 'Photo' }];
    const asked = givenState(accepted(), at('03-04')).when({
      type: 'RequestSupplement',
      officer: 'o-1',
      missing,
    }).state;
    expect(onlyMessage(asked)).toMatchObject({ missing, pausedAt: at('03-04'), pausedFor: 'supplement' });
    expect(onlyMessage(received({ decidedBy: 'rule', item: 'noticed' }))).toMatchObject({
      pausedFor: 'public-notice',
      outcome: v1.Outcome.GRANTED,
    });
    expect(onlyMessage(received({ decidedBy: 'rule', item: 'unruly' }))).toMatchObject({ reason: 'scores-missing' });
    expect(onlyMessage(received({ item: 'dog-licence' }))).toMatchObject({
      outcome: v1.Outcome.REFUSED,
      reason: 'item-not-offered',
    });
  });

  test('tells the resident what it misses, in the officer’s words, and what they handed in for it before', () => {
    const photo = { code: 'photo', grade: 'C', reference: 'FM-1' };
    const asked = givenState(accepted({ materials: [photo] }), at('03-04')).when({
      type: 'RequestSupplement',
      officer: 'o-1',
      missing: [
        { code: 'photo', note: '照片看不清' },
        { code: 'plan', note: '' },
      ],
    }).state;
    expect(missingMessage(asked)).toEqual({
      wanted: [
        { code: 'photo', note: '照片看不清', received: [photo] },
        { code: 'plan', note: '', received: [] },
      ],
      askedAt: at('03-04'),
    });
    expect(missingMessage(accepted())).toEqual({ wanted: [], askedAt: undefined });
  });

  test('a rule’s own sentence is in one language alone: the resident reads the catalogue’s name instead', () => {
    const asked = received({ decidedBy: 'rule', answers: {} });
    expect(onlyMessage(asked)?.missing).toEqual([{ code: 'income', note: 'Income of the household' }]);
    expect(missingMessage(asked).wanted).toEqual([{ code: 'income', note: '', received: [] }]);
  });

  test('names also the objections that were not taken up: somebody wrote them for the department to read', () => {
    const objected = givenState(accepted(), at('03-04')).when({ type: 'RaiseObjection', objection: 'x-1' }).state;
    expect(onlyMessage(objected)).toMatchObject({ objections: [], dismissedObjections: ['x-1'] });
  });

  test('does not exist before it was received', () => {
    expect(onlyMessage(exampleDecider().initial('a/b'))).toBeUndefined();
  });
});

describe('what an officer asks', () => {
  const act = { id: 'a/b', version: 3 };
  const missing = [{ code: 'photo', note: 'Photo' }];

  test('is done in the name of the caller', () => {
    expect(deskActs.accept(act, 'o-1')).toEqual({ type: 'Accept', officer: 'o-1' });
    expect(deskActs.requestSupplement({ ...act, missing }, 'o-1')).toEqual({
      type: 'RequestSupplement',
      officer: 'o-1',
      missing,
    });
    expect(deskActs.pause({ ...act, reason: 'hearing' }, 'o-1')).toEqual({
      type: 'Pause',
      officer: 'o-1',
      reason: 'hearing',
    });
    expect(deskActs.resume(act, 'o-1')).toEqual({ type: 'Resume', officer: 'o-1' });
    expect(deskActs.extend({ ...act, days: 5, reason: 'difficult-case' }, 'o-1')).toEqual({
      type: 'AskExtension',
      officer: 'o-1',
      days: 5,
      reason: 'difficult-case',
    });
  });

  test('says granted or refused, and nothing in between', () => {
    const decide = { ...act, reason: 'never-came', findings: undefined };
    expect(deskActs.decide({ ...decide, outcome: v1.Outcome.REFUSED }, 'o-1')).toEqual({
      type: 'Decide',
      officer: 'o-1',
      outcome: 'refused',
      reason: 'never-came',
      findings: {},
    });
    expect(deskActs.decide({ ...decide, outcome: v1.Outcome.UNSPECIFIED }, 'o-1')).toMatchObject({
      refused: 'outcome-missing',
      pointer: '/outcome',
    });
  });
});

describe('the work queue', () => {
  const pause = { type: 'Pause', officer: 'o-1', reason: 'hearing' } as const;

  test.each([
    ['to be accepted', true, received()],
    ['to be examined', true, accepted()],
    ['in a pause the officer began', true, givenState(accepted(), at('03-03')).when(pause).state],
    ['waiting for the resident', false, received({ answers: {} })],
    ['decided by a rule', false, received({ decidedBy: 'rule', item: 'needs-seat' })],
    ['ended', false, givenState(accepted(), at('03-03')).when({ type: 'Cancel', reason: 'withdrawn' }).state],
    ['never received', false, exampleDecider().initial('a/b')],
  ])('a case %s: %s', (_what, isListed, state) => {
    expect(waitsForOfficer(state)).toBe(isListed);
  });
});
