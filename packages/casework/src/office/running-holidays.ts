import { describeProblems } from '@lianban/catalogue';
import type { RunningHolidays } from '@lianban/city-catalogue';
import type { CityCalendar } from '../calendar/city-calendar';
import { builtInTables } from '../calendar/year-table';
import { readHolidays } from './holiday-file';

/** A calendar as what a running service lets its city add years to. */
export const runningHolidays = (calendar: CityCalendar): RunningHolidays => ({
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
