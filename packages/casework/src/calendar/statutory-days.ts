import { LunarDay, SolarTerm, type SolarDay } from 'tyme4ts';

/**
 * The days off by law in every year (全国年节及纪念日放假办法 art. 2, as amended from 2025-01-01): New Year 1, Spring Festival 4 with
 * its eve, Qingming 1, Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National Day 3. Which working day makes up for one that
 * falls on a weekend (art. 6) the State Council's notice says. The lunar days come from a library, by arithmetic on days:
 * ICU's Chinese calendar has the Spring Festival of 2027, whose new moon is four minutes before midnight, a day late.
 *
 * @returns dates of the year, as "2027-02-06", in order
 */
export const statutoryDaysOf = (year: number): readonly string[] => {
  const newYear = LunarDay.fromYmd(year, 1, 1).getSolarDay();
  const solar = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`);
  const lunar = [
    ...[-1, 0, 1, 2].map((days) => newYear.next(days)),
    SolarTerm.fromName(year, '清明').getJulianDay().getSolarDay(),
    LunarDay.fromYmd(year, 5, 5).getSolarDay(),
    LunarDay.fromYmd(year, 8, 15).getSolarDay(),
  ].map(written);
  // Mid-Autumn can fall on National Day.
  return [...new Set([...solar, ...lunar])].toSorted();
};

const written = (day: SolarDay): string => [day.getYear(), two(day.getMonth()), two(day.getDay())].join('-');

const two = (number: number): string => String(number).padStart(2, '0');
