import { chineseWorkingDays } from '../calendar/chinese-working-days';
import { clockView } from './clock-view';
import type { CaseState } from './state';
import { accepted, at, endOf, givenState, received } from '../../test/given/example';

const clockOf = (state: CaseState, day: string) => {
  if (state.status === 'unreceived') throw new Error('no case');
  return clockView(state, at(day), chineseWorkingDays);
};
const pause = { type: 'Pause', officer: 'o-1', reason: 'hearing' } as const;

test.each([
  ['03-10', 4, 'green'],
  ['03-11', 3, 'amber'],
  ['03-13', 1, 'red'],
  ['03-16', 0, 'red'],
  ['03-17', -1, 'overdue'],
])('on %s %i working days are left: %s', (day, leftDays, level) => {
  expect(clockOf(accepted(), day)).toMatchObject({
    kind: 'decide',
    running: true,
    dueAt: endOf('03-16'),
    leftDays,
    level,
  });
});

test('a weekend after the limit is late, though no working day has passed', () => {
  expect(clockOf(accepted({ promisedDays: 9 }), '03-14')).toMatchObject({ leftDays: -1, level: 'overdue' });
});

test('stands still in a pause, which is told with its reason and moves the limit', () => {
  const paused = givenState(accepted(), at('03-04')).when(pause).state;
  expect(clockOf(paused, '03-10')).toMatchObject({
    running: false,
    usedDays: 2,
    leftDays: 8,
    statutoryLeftDays: 18,
    dueAt: endOf('03-20'),
    pauses: [{ reason: 'hearing', from: at('03-04'), to: undefined, days: 4 }],
  });
  const resumed = givenState(paused, at('03-10')).when({ type: 'Resume', officer: 'o-1' }).state;
  expect(clockOf(resumed, '03-11')).toMatchObject({
    running: true,
    usedDays: 3,
    leftDays: 7,
    dueAt: endOf('03-20'),
    pauses: [{ reason: 'hearing', from: at('03-04'), to: at('03-10'), days: 4 }],
  });
});

test('before acceptance it is the limit to accept or, when something is missing, the resident’s to answer', () => {
  expect(clockOf(received(), '03-02')).toMatchObject({ kind: 'accept', dueAt: endOf('03-09'), leftDays: 5 });
  expect(clockOf(received({ answers: {} }), '03-02')).toMatchObject({ kind: 'answer', dueAt: endOf('04-01') });
});

test('of a closed case nothing is due, and what was used stays', () => {
  const { state } = givenState(accepted(), at('03-06')).when({ type: 'Cancel', reason: 'withdrawn' });
  expect(clockOf(state, '03-30')).toMatchObject({ usedDays: 4, level: '', dueAt: undefined });
});
