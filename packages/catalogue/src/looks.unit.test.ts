import { chosenPurposes, lookableUntil, looks, purposeOf, usualLooks } from './looks';

const source = { zh: '依据', en: 'a law' };
const table = {
  purposes: [],
  afterEnd: [
    { from: '2026-06-01', days: 10, source },
    { from: '2026-01-01', days: 30, source },
  ],
};
const until = (ended: string) => lookableUntil(table, new Date(ended)).toISOString();

test('how long an ended case can be looked at goes by the day on which it ended', () => {
  expect(until('2026-05-31T08:00:00Z')).toBe('2026-06-30T08:00:00.000Z');
  expect(until('2026-06-01T08:00:00Z')).toBe('2026-06-11T08:00:00.000Z');
  expect(until('2025-12-31T08:00:00Z')).toBe('2026-01-30T08:00:00.000Z');
});

test('a file chooses among the purposes there are, and among no others', () => {
  expect(chosenPurposes).toEqual(['check-identity', 'fill-in-certificate', 'check-with-other-system']);
  expect(looks.safeParse({ ...usualLooks, purposes: ['check-identity'] }).success).toBe(true);
  expect(looks.safeParse({ ...usualLooks, purposes: ['snooping'] }).success).toBe(false);
  expect(looks.safeParse({ ...usualLooks, purposes: ['case-handling'] }).success).toBe(false);
});

test.each(['snooping', 'toString', ''])('"%s" is no purpose', (code) => {
  expect(purposeOf(code)).toBeUndefined();
});
