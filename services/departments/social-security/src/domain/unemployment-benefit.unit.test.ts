import { ruled } from '../../test/given';
import { isRecent, wageOn } from './minimum-wage';
import { benefitCents, benefitMonths, monthsAgain } from './unemployment-benefit';

const findings = { monthsPaid: 60, endedBy: 'dismissed', jobSeeker: true, drawsPension: false };
const registered = { unemployedSince: '2024-02-20', endedBy: '' };
const benefit = (more: object = {}, on = '2024-03-04') =>
  ruled('unemployment-benefit', { on, known: { registration: registered }, findings: { ...findings, ...more } });
const asked = (more: object = {}) =>
  ruled('unemployment-benefit', {
    on: '2024-03-04',
    known: {
      contributions: { unemploymentMonths: 60, unusedMonths: 0 },
      benefit: { kind: '' },
      registration: { ...registered, endedBy: 'dismissed' },
      ...more,
    },
  });

// 郑州市失业保险条例 art. 24, 25; minimum wage of class 1 from 2024 on.
test.each([
  [12, 3, 5_040],
  [59, 12, 20_160],
  [60, 14, 23_520],
  [96, 18, 30_240],
  [120, 19, 31_920],
  [240, 24, 40_320],
])('%d months paid in: %d months, %d yuan in all', (monthsPaid, months, yuan) => {
  expect(benefitMonths(monthsPaid)).toBe(months);
  expect(benefit({ monthsPaid })).toMatchObject({
    outcome: 'granted',
    facts: { months, amountCents: 168_000, totalCents: yuan * 100, from: '2024-03' },
  });
});

test.each([
  ['2018-10-01', 1_520],
  ['2021-12-31', 1_520],
  ['2022-01-01', 1_600],
  ['2024-01-01', 1_680],
])('on %s it is %d yuan a month', (day, yuan) => {
  expect(benefitCents(day)).toBe(yuan * 100);
});

// 社会保险法 art. 46
test.each([
  [10, 14, 24],
  [15, 3, 18],
  [20, 10, 24],
])('%d months left and %d new ones are %d', (unused, anew, months) => {
  expect(monthsAgain(unused, anew)).toBe(months);
});

test('what was left of the last time is paid with it', () => {
  expect(benefit({ unusedMonths: 10 })).toMatchObject({ facts: { months: 24 } });
});

test.each([
  ['contributions-short', { monthsPaid: 11 }],
  ['left-by-own-will', { endedBy: 'own-will' }],
  ['pension-drawn', { drawsPension: true }],
])('refused: %s', (reason, more) => {
  expect(benefit(more)).toMatchObject({ outcome: 'refused', reason });
});

test('what departments were asked is not written down by anybody', () => {
  expect(asked()).toMatchObject({ outcome: 'granted', facts: { months: 14, from: '2024-03' } });
});

test.each([
  ['contributions-short', { contributions: { unemploymentMonths: 11, unusedMonths: 0 } }],
  ['left-by-own-will', { registration: { ...registered, endedBy: 'own-will' } }],
  ['not-registered', { registration: { unemployedSince: '', endedBy: 'dismissed' } }],
  ['pension-drawn', { benefit: { kind: 'pension' } }],
])('refused by what departments were asked: %s', (reason, more) => {
  expect(asked(more)).toMatchObject({ outcome: 'refused', reason });
});

test('an answer goes before what somebody wrote', () => {
  expect(
    ruled('unemployment-benefit', {
      known: { registration: { unemployedSince: '', endedBy: '' } },
      findings: { ...findings, jobSeeker: true },
    }),
  ).toMatchObject({ reason: 'not-registered' });
});

test('without an answer a person looks', () => {
  expect(asked({ registration: { available: false, why: 'department-did-not-answer' } })).toMatchObject({
    refused: 'findings-open',
  });
});

test('late registration is no reason to refuse', () => {
  expect(benefit({}, '2025-12-01')).toMatchObject({ outcome: 'granted' });
});

test('an officer writes down first what was found', () => {
  expect(benefit({ endedBy: '' })).toMatchObject({ refused: 'findings-open', pointer: '/findings/endedBy' });
});

test('a wage older than two years is told, and hinders nothing', () => {
  expect([isRecent(wageOn('2026-01-01'), '2026-01-01'), isRecent(wageOn('2026-01-02'), '2026-01-02')]).toEqual([
    true,
    false,
  ]);
  expect(benefit({}, '2026-03-02')).toMatchObject({
    outcome: 'granted',
    grounds: expect.arrayContaining([{ code: 'wage-row-recent', met: false }].map(expect.objectContaining)),
  });
});
