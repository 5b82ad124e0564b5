import { describeProblems } from '@lianban/catalogue';
import type { RunningHolidays } from '@lianban/city-catalogue';
import { type CityCalendar, cityCalendar } from '../calendar/city-calendar';
import { builtInTables } from '../calendar/year-table';
import { readHolidays } from './holiday-file';

/** The calendar of a running service: what its decisions count by, and what its city adds years to. */
export const runningCalendar = () => {
  const calendar = cityCalendar();
  return { at: calendar.at, holidays: runningHolidays(calendar) };
};

const runningHolidays = (calendar: CityCalendar): RunningHolidays => ({
  use(taken) {
    // A later release has the table itself.
    const further = taken.filter(({ _id }) => !builtInTables.some(({ year }) => year === _id));
    calendar.use(
      further.map(({ _id, text, from }) => {
        const table = readHolidays(`${_id}.yaml`, text);
        if (!('year' in table)) throw new Error(describeProblems(table));
        return { table, from };
      }),
    );
  },
  tabledUntil: (now) => calendar.at(now).tabledUntil,
});
