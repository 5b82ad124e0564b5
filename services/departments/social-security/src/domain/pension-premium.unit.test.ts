import type { Facts } from '@lianban/casework';
import { ruled } from '../../test/given';

const held = { grade: 2, validUntil: '2036-03-01' };
const premium = (known: Facts = {}, findings: Facts = {}) =>
  ruled('pension-premium-for-disabled', {
    known: { disability: held, contributions: { kind: '', lastMonth: '' }, benefit: { kind: '' }, ...known },
    findings,
  });

// areas.md §8 P4: Henan 办法 art. 41, minimum premium in full.
test('of the severely disabled the lowest premium of the year is paid in full', () => {
  expect(premium()).toMatchObject({ outcome: 'granted', facts: { premiumYear: '2026', amountCents: 20_000 } });
});

test.each([
  ['no-certificate', { disability: { grade: 0, validUntil: '' } }],
  ['no-certificate', { disability: { ...held, validUntil: '2026-03-01' } }],
  ['grade-below-two', { disability: { ...held, grade: 3 } }],
  ['insured-by-employer', { contributions: { kind: 'employed', lastMonth: '2026-03' } }],
  ['pension-drawn', { benefit: { kind: 'resident-pension' } }],
  ['pension-drawn', { benefit: { kind: 'pension' } }],
])('refused: %s', (reason, known) => {
  expect(premium(known)).toMatchObject({ outcome: 'refused', reason });
});

test('an unemployment benefit is no pension', () => {
  expect(premium({ benefit: { kind: 'unemployment' } })).toMatchObject({ outcome: 'granted' });
});

test('what nobody answered an officer writes down', () => {
  const silent = { available: false, reason: 'nothing-known' };
  const unknown = { disability: silent, contributions: silent };
  expect(premium(unknown)).toMatchObject({ refused: 'findings-open', pointer: '/findings/grade' });
  expect(premium(unknown, { grade: 1, insuredByEmployer: false })).toMatchObject({ outcome: 'granted' });
});
