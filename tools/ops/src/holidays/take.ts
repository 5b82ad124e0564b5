import type { HolidayUse } from '@lianban/city-catalogue';
import type { OperatorDecision } from '@lianban/operations';
import { applicationsOf } from '../catalogue/check';
import type { CityInspector } from '../inspect/city';
import { patienceS, saidByAll } from '../inspect/said-by-all';
import type { CommandResult } from '../output';
import { Problem } from '../problem';
import { type GivenTable, isTable, wrong } from './check';

/** Processes look each second: by then every one has read the table, and all count by it from the same moment on. */
const readWithinMs = 5_000;

/**
 * Has every process of the city count by a year's table, without a restart. A year is taken once: what stands in the database of
 * applications counts, for all. The same file again goes on where a former run of the command ended.
 */
export async function holidaysTake(
  city: CityInspector,
  { text, read }: GivenTable,
  why: OperatorDecision,
): Promise<CommandResult> {
  if (!isTable(read)) return wrong(read);
  const { store } = applicationsOf(city);
  const from = new Date(city.now().getTime() + readWithinMs);
  const table = await store.holidays.add({ _id: read.year, text, from, ...why });
  if (table.text !== text)
    throw new Problem(
      'already-taken',
      `another table of ${read.year} was taken by ${table.operator}: a year is taken once, because dates were counted by it`,
    );
  const action = { action: 'take-holidays', topic: '', key: String(read.year), at: new Date() } as const;
  await store.record({ ...action, ...why });
  for (const each of city.services) await each.store.holidays.add(table);
  await heard(city, read.year);
  return {
    data: { year: read.year, from: table.from },
    lines: [
      `every process counts by the table of ${read.year}, by ${read.notice.number}, from ${table.from.toISOString()} on`,
      'dates of open cases and applications are set right by their services: "dates set right" in their logs',
    ],
  };
}

/** Waits until every process that counts days has said that it counts by it. @throws Problem when one cannot */
async function heard({ services }: CityInspector, year: number): Promise<void> {
  const openOf = <U extends HolidayUse>(said: readonly U[]) => said.filter(({ years }) => !years.includes(year));
  const isRefused = (use: HolidayUse) => use.refused !== undefined;
  const said = await saidByAll(
    services,
    (store) => store.holidays.uses(),
    (now) => openOf(now).length === 0 || openOf(now).some(isRefused),
  );
  const open = openOf(said);
  if (open.length === 0) return;
  const refused = open.filter(isRefused);
  if (refused.length > 0)
    throw new Problem('holidays-refused', refused.map(({ name, refused: why }) => `${name}: ${why}`).join('\n'));
  throw new Problem(
    'not-heard',
    open.map(({ name, _id }) => `${name}: process ${_id} has not looked for ${patienceS} s`).join('\n'),
  );
}
