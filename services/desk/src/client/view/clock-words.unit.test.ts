import type { CaseClock } from '@lianban/rest-client';
import { clockWords, statutoryWords } from './clock-words';

const clock: CaseClock = {
  kind: 'decide',
  running: true,
  dueAt: '2026-03-16T15:59:59.999Z',
  usedDays: 2,
  leftDays: 8,
  statutoryLeftDays: 18,
  promisedDays: 10,
  statutoryDays: 20,
  extendedBy: 0,
  pauses: [],
  level: 'green',
};

test.each<[string, Partial<CaseClock>, object]>([
  ['time enough', {}, { key: 'daysLeft', gaps: { count: 8 }, level: 'green' }],
  ['nearly due', { leftDays: 1, level: 'red' }, { key: 'daysLeft', gaps: { count: 1 }, level: 'red' }],
  ['due today', { leftDays: 0, level: 'red' }, { key: 'dueToday', level: 'red' }],
  ['late', { leftDays: -2, level: 'overdue' }, { key: 'daysLate', gaps: { count: 2 }, level: 'overdue' }],
  ['without a calendar', { undated: 'calendar-year-missing' }, { key: 'undated', level: 'overdue' }],
])('%s', (_what, more, said) => {
  expect(clockWords({ ...clock, ...more })).toEqual(said);
});

test('a closed case has no time limit', () => {
  const { running, usedDays, leftDays, statutoryLeftDays, promisedDays, statutoryDays, extendedBy, pauses } = clock;
  const closed = { running, usedDays, leftDays, statutoryLeftDays, promisedDays, statutoryDays, extendedBy, pauses };
  expect(clockWords(closed)).toEqual({ key: 'noLimit', level: 'none' });
});

test.each<[string, Partial<CaseClock>, readonly [string, object]]>([
  ['working days', { extendedBy: 5 }, ['statutory', { days: 25, left: 18 }]],
  ['working days before acceptance', { kind: 'accept' }, ['statutoryPlain', { days: 20 }]],
  ['calendar days', { statutoryCalendarDays: 60 }, ['statutoryCalendar', { days: 60, left: 18 }]],
  [
    'calendar days before acceptance',
    { kind: 'accept', statutoryCalendarDays: 60 },
    ['statutoryCalendarPlain', { days: 60 }],
  ],
])('a limit by law in %s is told in those', (_what, more, said) => {
  expect(statutoryWords({ ...clock, ...more })).toEqual(said);
});
