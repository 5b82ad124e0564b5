import { ruled } from '../../test/given';
import { type Group, delayMonths, monthsToPayIn, retirementMonths } from './retirement-age';

// Decision of 2024-09-13, with its tables.
test.each<[Group, string, string]>([
  ['man', '1964-12', '2024-12'],
  ['man', '1965-01', '2025-02'],
  ['man', '1965-05', '2025-07'],
  ['man', '1970-06', '2031-11'],
  ['man', '1976-08', '2039-07'],
  ['man', '1976-09', '2039-09'],
  ['woman-55', '1971-04', '2026-08'],
  ['woman-55', '1981-09', '2039-09'],
  ['woman-50', '1975-03', '2025-05'],
  ['woman-50', '1980-07', '2033-05'],
  ['woman-50', '1984-11', '2039-11'],
])('%s, born in %s: %s', (group, born, legal) => {
  expect(retirementMonths(group, born).legal).toBe(legal);
});

test.each<[Group, string, number]>([
  ['man', '1964-12', 0],
  ['man', '1970-06', 17],
  ['man', '1976-09', 36],
  ['man', '1990-01', 36],
  ['woman-50', '1984-11', 60],
])('%s, born in %s: %d months later than by the old age', (group, born, months) => {
  expect(delayMonths(group, born)).toBe(months);
});

test('three years earlier or later by choice, not below the old age', () => {
  expect(retirementMonths('man', '1970-06')).toEqual({
    oldAge: '2030-06',
    legal: '2031-11',
    early: '2028-11',
    earliest: '2030-06',
    latest: '2034-11',
  });
});

test.each([
  [2025, 180],
  [2029, 180],
  [2030, 186],
  [2038, 234],
  [2039, 240],
  [2045, 240],
])('retiring in %d needs %d months paid in', (year, months) => {
  expect(monthsToPayIn(year)).toBe(months);
});

describe('retirement-age-check', () => {
  const checked = (on: string) =>
    ruled('retirement-age-check', { on, answers: { bornOn: '1970-06-15', retirementGroup: 'man' } });

  test('says which months there are, from half a year before the earliest', () => {
    expect(checked('2029-12-01')).toMatchObject({
      outcome: 'granted',
      facts: { legalMonth: '2031-11', earliestMonth: '2030-06', latestMonth: '2034-11', monthsNeeded: 192 },
    });
  });

  test('refused: age-not-reached', () => {
    expect(checked('2029-11-30')).toMatchObject({ outcome: 'refused', reason: 'age-not-reached' });
  });
});
