import fc from 'fast-check';
import { chineseWorkingDays as calendar, workingDaysOf } from './chinese-working-days';
import { addCalendarDays } from './shanghai-day';
import { isProvisional } from './working-days';
import { builtInTables } from './year-table';

/** A moment of a Shanghai day. */
const at = (day: string, time = '10:30:00') => new Date(`${day}T${time}+08:00`);
const endOf = (day: string) => at(day, '23:59:59.999');

describe('adding working days in 2026', () => {
  test.each([
    ['2026-02-12', 5, '2026-02-26', 'Spring Festival, with 02-14 worked'],
    ['2026-02-13', 20, '2026-03-19', 'Spring Festival, with both make-up days'],
    ['2026-09-18', 10, '2026-10-09', 'Mid-Autumn and National Day'],
    ['2026-09-30', 1, '2026-10-08', 'the eve of National Day'],
    ['2026-04-30', 3, '2026-05-08', 'Labour Day'],
    ['2026-01-02', 1, '2026-01-04', 'a Sunday that is worked'],
  ])('%s + %i is %s (%s)', (from, days, end) => {
    expect(calendar.add(at(from), days)).toEqual(endOf(end));
    expect(calendar.between(at(from), at(end))).toBe(days);
  });

  test('a day begins and ends at midnight in Shanghai, wherever the process runs', () => {
    expect(calendar.add(at('2026-03-02', '00:00:00.000'), 1)).toEqual(endOf('2026-03-03'));
    expect(calendar.add(at('2026-03-02', '23:59:59.999'), 1)).toEqual(endOf('2026-03-03'));
  });

  test('no day added is the end of the day itself', () => {
    expect(calendar.add(at('2026-03-07'), 0)).toEqual(endOf('2026-03-07'));
  });

  test('the year has 248 working days', () => {
    expect(calendar.between(at('2025-12-31'), at('2026-12-31'))).toBe(248);
  });

  test('holidays and make-up days are told apart', () => {
    expect(calendar.isWorkingDay(at('2026-10-10'))).toBe(true);
    expect(calendar.isWorkingDay(at('2026-10-11'))).toBe(false);
    expect(calendar.isWorkingDay(at('2026-10-06'))).toBe(false);
  });

  test('going back in time counts nothing', () => {
    expect(calendar.between(at('2026-03-04'), at('2026-03-02'))).toBe(0);
  });
});

describe('a year without a holiday table', () => {
  test('is counted by its weekends and the days off by law, and says where the tables end', () => {
    expect(calendar.tabledUntil).toEqual(endOf('2026-12-31'));
    expect(calendar.add(at('2026-12-30'), 1)).toEqual(endOf('2026-12-31'));
    // New Year's Day is a Friday; the Monday after it is worked for all anybody knows.
    expect(calendar.add(at('2026-12-31'), 1)).toEqual(endOf('2027-01-04'));
    expect(calendar.add(at('2026-12-18'), 20)).toEqual(endOf('2027-01-18'));
    expect(calendar.between(at('2026-12-31'), at('2027-01-04'))).toBe(1);
    expect(calendar.isWorkingDay(at('2027-02-08'))).toBe(false);
    expect(calendar.isWorkingDay(at('2027-02-09'))).toBe(true);
  });

  test('has its dates marked as provisional, and no other has', () => {
    expect(isProvisional(endOf('2026-12-31'), calendar)).toBe(false);
    expect(isProvisional(at('2027-01-01', '00:00:00'), calendar)).toBe(true);
  });

  test('behind which a year with one stands makes nothing certain', () => {
    const tables = [...builtInTables, { year: 2028, holidays: ['2028-01-01', '2028-10-01'], workdays: [] }];
    expect(workingDaysOf(tables).tabledUntil).toEqual(endOf('2026-12-31'));
  });
});

test('between undoes add, and later starts never end earlier', () => {
  const moment = fc.date({ min: at('2026-01-01'), max: at('2026-09-30'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, moment, fc.integer({ min: 0, max: 50 }), (one, other, days) => {
      const [from, later] = one < other ? [one, other] : [other, one];
      const end = calendar.add(from, days);
      expect(calendar.between(from, end)).toBe(days);
      expect(end.getTime()).toBeLessThanOrEqual(calendar.add(later, days).getTime());
    }),
    { numRuns: 300 },
  );
});

test('counts that are no whole number, and invalid dates, are bugs of the caller', () => {
  expect(() => calendar.add(at('2026-03-02'), 1.5)).toThrow(RangeError);
  expect(() => calendar.add(at('2026-03-02'), -1)).toThrow(RangeError);
  expect(() => calendar.isWorkingDay(new Date('never'))).toThrow(RangeError);
});

test('calendar days end with the day in Shanghai, holidays or not', () => {
  expect(addCalendarDays(at('2026-09-28'), 7)).toEqual(endOf('2026-10-05'));
  expect(addCalendarDays(at('2026-12-20'), 30)).toEqual(endOf('2027-01-19'));
});
