import { ageOn, daysAfter, monthsAfter, shanghaiDay } from './days';

test('a day begins at midnight in Shanghai', () => {
  expect(shanghaiDay(new Date('2026-03-01T15:59:59Z'))).toBe('2026-03-01');
  expect(shanghaiDay(new Date('2026-03-01T16:00:00Z'))).toBe('2026-03-02');
});

test('a month ends on the same day of the next, or on its last', () => {
  expect(monthsAfter('2026-03-05', 1)).toBe('2026-04-05');
  expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28');
  expect(monthsAfter('2026-08-31', 6)).toBe('2027-02-28');
  expect(monthsAfter('2026-03-31', -1)).toBe('2026-02-28');
});

test('days go over the ends of months and years', () => {
  expect(daysAfter('2025-12-31', 1)).toBe('2026-01-01');
  expect(daysAfter('2026-03-01', -1)).toBe('2026-02-28');
});

test('somebody is a year older on the birthday, not before', () => {
  expect(ageOn('2010-07-01', '2026-06-30')).toBe(15);
  expect(ageOn('2010-07-01', '2026-07-01')).toBe(16);
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
});
