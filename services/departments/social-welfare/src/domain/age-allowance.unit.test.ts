import { ruled } from '../../test/given';
import { type Aged, monthCents } from './age-allowance-months';

const months = (year: number, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${year}-${String(from + index).padStart(2, '0')}`);
const yuan = (aged: Aged, over: readonly string[]): number =>
  over.reduce((sum, month) => sum + monthCents(aged, month), 0) / 100;

// 郑民文〔2016〕28号
test.each<[string, Aged, string[], number]>([
  ['born 1946-05-20, May', { bornOn: '1946-05-20' }, months(2026, 5, 5), 0],
  ['born 1946-05-20, June', { bornOn: '1946-05-20' }, months(2026, 6, 6), 100],
  ['born 1946-05-20, third quarter', { bornOn: '1946-05-20' }, months(2026, 7, 9), 300],
  ['born 1936-09-10, September', { bornOn: '1936-09-10' }, months(2026, 9, 9), 100],
  ['born 1936-09-10, October', { bornOn: '1936-09-10' }, months(2026, 10, 10), 200],
  ['born 1926-02-01, the year', { bornOn: '1926-02-01' }, months(2026, 1, 12), 3_400],
  ['unconfirmed, March', { bornOn: '1940-01-01', unconfirmed: { year: '2026' } }, months(2026, 3, 3), 100],
  ['unconfirmed, April', { bornOn: '1940-01-01', unconfirmed: { year: '2026' } }, months(2026, 4, 4), 0],
  [
    'confirmed on 2 June, from April to June',
    { bornOn: '1940-01-01', unconfirmed: { year: '2026', confirmedOn: '2026-06-02' } },
    months(2026, 4, 6),
    100,
  ],
  ['died 2026-04-18, April', { bornOn: '1940-01-01', endedOn: '2026-04-18' }, months(2026, 4, 4), 100],
  ['died 2026-04-18, May', { bornOn: '1940-01-01', endedOn: '2026-04-18' }, months(2026, 5, 5), 0],
])('%s: %d yuan in 2026', (_, aged, over, sum) => {
  expect(yuan(aged, over)).toBe(sum);
});

const allowance = (answers: object = {}, more: object = {}) =>
  ruled('age-allowance', {
    answers: { bornOn: '1940-05-20', ...answers },
    known: { benefit: { kind: '' } },
    materials: [{ code: 'payment-account', grade: 'D', reference: 'm' }],
    ...more,
  });

test('is granted from the next month on', () => {
  expect(allowance()).toMatchObject({ outcome: 'granted', facts: { amountCents: 10_000, from: '2026-04' } });
  expect(allowance({ bornOn: '1946-03-02' })).toMatchObject({ facts: { from: '2026-04' } });
});

test.each([
  ['below-eighty', { bornOn: '1946-04-01' }, {}],
  ['register-elsewhere', {}, { district: '411602' }],
  ['paid-by-resident-pension', {}, { known: { benefit: { kind: 'resident-pension' } } }],
])('refused: %s', (reason, answers, more) => {
  expect(allowance(answers, more)).toMatchObject({ outcome: 'refused', reason });
});

test('without an answer of social security an officer says who pays, and what was said before it was asked counts', () => {
  const unknown = { known: { benefit: { available: false, reason: 'department-did-not-answer' } } };
  expect(allowance({}, unknown)).toMatchObject({ refused: 'findings-open', pointer: '/findings/inResidentPension' });
  expect(allowance({}, { ...unknown, findings: { inResidentPension: false } })).toMatchObject({ outcome: 'granted' });
  expect(allowance({ inResidentPension: true }, { known: {} })).toMatchObject({ reason: 'paid-by-resident-pension' });
});
