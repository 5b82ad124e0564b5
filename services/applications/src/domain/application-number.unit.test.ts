import fc from 'fast-check';
import { applicationNumbers } from './application-number';

const numbers = applicationNumbers('LB{yyyymmdd}{seq:6}');

describe('application numbers', () => {
  test('carry the day in Shanghai and the running number', () => {
    expect(numbers.format(new Date('2026-03-02T15:59:59Z'), 7)).toBe('LB20260302000007');
    expect(numbers.format(new Date('2026-03-02T16:00:00Z'), 7)).toBe('LB20260303000007');
  });

  test('stay different and recognisable when the digits run out', () => {
    fc.assert(
      fc.property(fc.nat(20_000_000), fc.nat(20_000_000), (a, b) => {
        const now = new Date('2026-03-02T00:00:00Z');
        expect(numbers.matches(numbers.format(now, a))).toBe(true);
        expect(numbers.format(now, a) === numbers.format(now, b)).toBe(a === b);
      }),
    );
  });

  test.each([
    '',
    'LB2026030200000',
    'XX20260302000007',
    'LB20260302000007/x',
    'LB20260302000007\n',
    `LB${'1'.repeat(99)}`,
  ])('%j is not one', (text) => {
    expect(numbers.matches(text)).toBe(false);
  });

  test.each([
    '',
    'LB{seq:6}',
    'LB{yyyymmdd}',
    '{seq:6}{yyyymmdd}',
    'lb{yyyymmdd}{seq:6}',
    'L/B{yyyymmdd}{seq:6}',
    '{yyyymmdd}{yyyymmdd}{seq:6}',
    'LB{yyyymmdd}{seq:99}',
    'LB{seq:3}{yyyymmdd}{seq:6}',
  ])('the pattern %j is refused with an example of a good one', (pattern) => {
    expect(() => applicationNumbers(pattern)).toThrow(/for example LB\{yyyymmdd\}\{seq:6\}/);
  });
});
