import { missing, ruled } from '../../test/given';
import { contributionCents } from './flexible-enrolment';

const answers = { worksAs: 'part-time', baseCents: 360_000 };
const nobody = { contributions: { kind: '', lastMonth: '' }, benefit: { kind: '' } };
const materials = [{ code: 'payment-mandate', grade: 'D', reference: 'm' }];
const enrolled = (more: object, known: object = {}) =>
  ruled('flexible-enrolment', { answers: { ...answers, ...more }, materials, known: { ...nobody, ...known } });

// 社会保险法 art. 10; average wage of 6,000 yuan and shares: demo values.
test.each([
  [60, 720],
  [100, 1_200],
  [300, 3_600],
])('%d %% of the average wage: %d yuan a month', (percent, yuan) => {
  expect(contributionCents(percent * 6_000)).toBe(yuan * 100);
  expect(enrolled({ baseCents: percent * 6_000 })).toMatchObject({
    outcome: 'granted',
    facts: { amountCents: yuan * 100, enrolmentNumber: 'SE-LB20260302000001' },
  });
});

test.each([
  ['base-below-floor', { baseCents: 59 * 6_000 }, {}],
  ['base-above-cap', { baseCents: 301 * 6_000 }, {}],
  ['insured-by-employer', {}, { contributions: { kind: 'employed', lastMonth: '2026-03' } }],
  ['pension-drawn', {}, { benefit: { kind: 'pension' } }],
])('refused: %s', (reason, more, known) => {
  expect(enrolled(more, known)).toMatchObject({ outcome: 'refused', reason, facts: {} });
});

test('whoever an employer insured until last month is free to enrol', () => {
  expect(enrolled({}, { contributions: { kind: 'employed', lastMonth: '2026-02' } })).toMatchObject({
    outcome: 'granted',
  });
});

test('without records a person looks: nobody is refused for want of an answer', () => {
  const unknown = { contributions: { available: false, why: 'nothing-known' } };
  expect(enrolled({}, unknown)).toMatchObject({ refused: 'findings-open', pointer: '/findings/insuredByEmployer' });
});

test('an amount to the fen, rounded half up', () => {
  expect([contributionCents(360_002), contributionCents(360_003)]).toEqual([72_000, 72_001]);
});

test('the permission to debit is asked for', () => {
  expect(missing('flexible-enrolment', { answers })).toEqual(['payment-mandate']);
});
