import { lateBefore } from '@lianban/operations';
import type { CityInspector } from './inspect/city';
import { type CommandResult, table } from './output';

const hourMs = 3_600_000;

/** Overdue timeouts, by the city's time, the oldest first. */
export async function deadlines({ services, now }: CityInspector, withinHours: number): Promise<CommandResult> {
  const at = now().getTime();
  const found = [];
  for (const { name, store } of services)
    for (const { kind, _id, wakeAt } of await store.due(new Date(at + withinHours * hourMs)))
      found.push({
        service: name,
        document: `${kind} ${_id}`,
        due: wakeAt,
        isLate: wakeAt < lateBefore(new Date(at)),
      });
  const rows = found
    .toSorted((a, b) => a.due.getTime() - b.due.getTime())
    .map(({ due, isLate, ...row }) => ({ ...row, due: due.toISOString(), late: isLate ? 'late' : '' }));
  const lines = rows.length === 0 ? [`nothing is due within ${withinHours} hours`] : table(rows);
  return { data: rows, lines, isBad: found.some(({ isLate }) => isLate) };
}
