import { cityCalendar } from './city-calendar';
import { statutoryDaysOf } from './statutory-days';

const at = (day: string) => new Date(`${day}T10:30:00+08:00`);
const endOf = (day: string) => new Date(`${day}T23:59:59.999+08:00`);
const table = { year: 2027, holidays: [...statutoryDaysOf(2027), '2027-01-04'], workdays: ['2027-01-09'] };

test('a table counts from its moment on, and what was counted before it stays what it was', () => {
  const calendar = cityCalendar();
  calendar.use([{ table, from: at('2026-12-10') }]);
  expect(calendar.at(at('2026-12-09')).add(at('2026-12-31'), 1)).toEqual(endOf('2027-01-04'));
  expect(calendar.at(at('2026-12-10')).add(at('2026-12-31'), 1)).toEqual(endOf('2027-01-05'));
  expect(calendar.at(at('2026-12-10')).add(at('2027-01-08'), 1)).toEqual(endOf('2027-01-09'));
  expect(calendar.at(at('2026-12-09')).tabledUntil).toEqual(endOf('2026-12-31'));
  expect(calendar.at(at('2026-12-10')).tabledUntil).toEqual(endOf('2027-12-31'));
});

test('in whatever order tables come, the same moment has the same calendar', () => {
  const later = { table: { year: 2028, holidays: statutoryDaysOf(2028), workdays: [] }, from: at('2027-11-10') };
  const one = cityCalendar();
  const other = cityCalendar();
  one.use([{ table, from: at('2026-12-10') }, later]);
  other.use([later, { table, from: at('2026-12-10') }]);
  for (const now of [at('2026-12-31'), at('2027-11-11')])
    expect(one.at(now).tabledUntil).toEqual(other.at(now).tabledUntil);
});
