import type { CityInspector } from '../inspect/city';
import { type CommandResult, table } from '../output';

/** The years the city has taken, and by which each process counts; bad when one does not count by all of them. */
export async function holidaysList({ services }: CityInspector): Promise<CommandResult> {
  const taken = (await Promise.all(services.map(({ store }) => store.holidays.taken()))).flat();
  const years = [...new Map(taken.map((each) => [each._id, each])).values()].toSorted((a, b) => a._id - b._id);
  const rows = [];
  for (const { name: service, store } of services)
    for (const { _id: process, years: counted, refused = '' } of await store.holidays.uses())
      rows.push({ service, process, years: counted.join(' '), refused });
  const all = years.map(({ _id }) => _id).join(' ');
  return {
    data: {
      years: years.map(({ _id: year, from, operator, reason }) => ({ year, from, operator, reason })),
      processes: rows,
    },
    lines: [
      ...(years.length === 0 ? ['no year was taken: every process counts by the tables of its release'] : []),
      ...years.map(
        ({ _id, from, operator, reason }) => `${_id}, from ${from.toISOString()}, taken by ${operator}: ${reason}`,
      ),
      ...table(rows),
    ],
    isBad: rows.some((row) => row.years !== all),
  };
}
