import type { CaseState } from './state';
import { accepted, at, endOf, givenState, received } from '../../test/given/example';

const placeOf = (state: CaseState) => (state.status === 'unreceived' ? undefined : state.place);
const missing = [{ code: 'photo', note: '' }];
const paused = (day: string) =>
  givenState(accepted(), at(day)).when({ type: 'Pause', officer: 'o-1', reason: 'hearing' }).state;

describe('the place of a case in the work', () => {
  test.each([
    ['to be accepted', received(), { waitsFor: 'officer', holder: '', due: endOf('03-09') }],
    ['to be decided', accepted(), { waitsFor: 'officer', holder: 'o-1', due: endOf('03-16') }],
    [
      'waiting for the resident from the start',
      received({ answers: {} }),
      { waitsFor: 'resident', due: endOf('04-01') },
    ],
    ['in a pause', paused('03-04'), { waitsFor: 'officer', left: 8 }],
    [
      'a rule’s, under public notice',
      received({ decidedBy: 'rule', item: 'noticed' }),
      { waitsFor: 'notice', left: 10 },
    ],
  ])('%s', (_what, state, place) => {
    expect(placeOf(state)).toMatchObject(place);
    expect(Object.keys(placeOf(state)!).filter((key) => key === 'due' || key === 'left')).toHaveLength(1);
  });

  test('a rule’s own case that waits for nobody has none', () => {
    expect(placeOf(received({ decidedBy: 'rule' }))).toBeUndefined();
    expect(placeOf(received({ decidedBy: 'rule', item: 'needs-seat' }))).toBeUndefined();
  });

  test('a pause that began too late keeps its limit: standing still mends nothing', () => {
    expect(placeOf(paused('03-17'))).toMatchObject({ due: endOf('03-16') });
  });

  test('a case whose limits no calendar can date stands first', () => {
    const late = received({ requestedAt: at('2026-12-30') });
    const state = givenState(late, at('2026-12-30')).when({ type: 'Wake' }, at('2027-01-20')).state;
    expect(placeOf(state)?.due?.getTime()).toBeLessThanOrEqual(at('2027-01-20').getTime());
  });

  test('says who changed it last, and how', () => {
    expect(placeOf(accepted())).toMatchObject({ changedAt: at('03-02'), changedBy: 'o-1', change: 'CaseAccepted' });
    const { state } = givenState(accepted(), at('03-05')).when({ type: 'Reassign', officer: 's-1', to: 'o-2' });
    expect(placeOf(state)).toMatchObject({ holder: 'o-2', changedBy: 's-1', change: 'CaseReassigned' });
  });

  test('remembers that it was supplemented', () => {
    const asked = givenState(accepted(), at('03-04')).when({
      type: 'RequestSupplement',
      officer: 'o-1',
      missing,
    }).state;
    const given = givenState(asked, at('03-05')).when({ type: 'ProvideSupplement', answers: {}, materials: [] }).state;
    expect([placeOf(accepted()), placeOf(asked), placeOf(given)].map((place) => place?.supplemented)).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('a closed case', () => {
  const refuse = (state: CaseState, day: string) =>
    placeOf(
      givenState(state, at(day)).when({
        type: 'Decide',
        officer: 'o-1',
        outcome: 'refused',
        reason: 'no',
        findings: {},
      }).state,
    );

  test('was on time up to its promised limit, and late after it', () => {
    expect(refuse(accepted(), '03-16')).toMatchObject({ waitsFor: 'nobody', closedAt: at('03-16'), onTime: true });
    expect(refuse(accepted(), '03-17')).toMatchObject({ closedAt: at('03-17'), onTime: false });
    expect(refuse(accepted(), '03-16')).not.toHaveProperty('due');
  });

  test('is not late by the time its clock stood still', () => {
    const resumed = givenState(paused('03-13'), at('03-20')).when({ type: 'Resume', officer: 'o-1' }).state;
    expect(refuse(resumed, '03-23')).toMatchObject({ onTime: true });
    const stopped = givenState(paused('03-13'), at('03-30')).when({ type: 'Cancel', reason: 'withdrawn' }).state;
    expect(placeOf(stopped)).toMatchObject({ closedAt: at('03-30'), onTime: true });
  });

  test('stays closed at that moment when it is compensated later', () => {
    const decided = givenState(accepted(), at('03-16')).when({
      type: 'Decide',
      officer: 'o-1',
      outcome: 'granted',
      reason: '',
      findings: {},
    }).state;
    const back = givenState(decided, at('04-16')).when({ type: 'Compensate', reason: 'withdrawn' }).state;
    expect(placeOf(back)).toMatchObject({ closedAt: at('03-16'), onTime: true, change: 'CaseCompensated' });
  });
});
