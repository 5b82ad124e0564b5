import { ruled } from '../../test/given';
import { firstCardWindow, validYears } from './identity-card';

// 居民身份证法 art. 2, 5, 7, 20
test.each([
  [15, 5],
  [16, 10],
  [25, 10],
  [26, 20],
  [45, 20],
  [46, 'long-term'],
])('at %d a card is valid for %s', (age, years) => {
  expect(validYears(age)).toBe(years);
});

test('born on 1 July 2010: from 1 July to 1 October 2026', () => {
  expect(firstCardWindow('2010-07-01')).toEqual({ from: '2026-07-01', until: '2026-10-01' });
});

const card = (cardFor: string, holderBornOn = '2010-07-01', fingerprints = 'taken') =>
  ruled('identity-card', {
    answers: { cardFor, holderBornOn },
    materials: [{ code: 'photo', grade: 'B', reference: 'm' }],
    findings: { fingerprints },
    on: '2026-07-01',
  });

test.each([
  ['first', 0],
  ['renewal', 2_000],
  ['lost', 4_000],
])('a card (%s) costs %d cents', (cardFor, feeCents) => {
  expect(card(cardFor)).toMatchObject({ outcome: 'granted', facts: { feeCents, validYears: 10, longTerm: false } });
});

test('from 46 on it has no end', () => {
  expect(card('renewal', '1980-07-01')).toMatchObject({ facts: { validYears: 0, longTerm: true } });
});

test('is not decided before fingerprints were taken', () => {
  expect(card('first', '2010-07-01', '')).toMatchObject({ refused: 'fingerprints-open' });
});
