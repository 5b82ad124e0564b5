import { statutoryDaysOf } from './statutory-days';
import { chineseWorkingDays } from './chinese-working-days';
import { builtInTables } from './year-table';

/** First days of the festivals by the Hong Kong Observatory's conversion tables: Spring, Qingming, Dragon Boat, Mid-Autumn. */
const festivals: readonly [number, string, string, string, string][] = [
  [2025, '01-29', '04-04', '05-31', '10-06'],
  [2026, '02-17', '04-05', '06-19', '09-25'],
  [2027, '02-06', '04-05', '06-09', '09-15'],
  [2028, '01-26', '04-04', '05-28', '10-03'],
  [2029, '02-13', '04-04', '06-16', '09-22'],
  [2030, '02-03', '04-05', '06-05', '09-12'],
];

test.each(festivals)('%i', (year, spring, qingming, boat, autumn) => {
  const days = statutoryDaysOf(year);
  for (const day of [spring, qingming, boat, autumn]) expect(days).toContain(`${year}-${day}`);
});

test('thirteen of them in 2027, the eve of the Spring Festival among them', () => {
  expect(statutoryDaysOf(2027)).toEqual([
    ...['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05', '2027-05-01', '2027-05-02'],
    ...['2027-06-09', '2027-09-15', '2027-10-01', '2027-10-02', '2027-10-03'],
  ]);
});

test('a festival on a National Day is one day', () => {
  expect(statutoryDaysOf(2028)).toHaveLength(12);
});

/** The days of the present law were off before it too, but for the eve and the second of May. */
test('no table since 2008 has one of them worked', () => {
  const isWorked = (day: string) => chineseWorkingDays.isWorkingDay(new Date(`${day}T12:00:00+08:00`));
  for (const { year } of builtInTables.filter((table) => table.year >= 2008)) {
    const since2025 = year < 2025 ? [statutoryDaysOf(year)[1], `${year}-05-02`] : [];
    const worked = statutoryDaysOf(year).filter((day) => isWorked(day) && !since2025.includes(day));
    expect([year, worked]).toEqual([year, []]);
  }
});
