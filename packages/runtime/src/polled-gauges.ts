import type { AnyAggregate } from '@lianban/model';
import type { Database } from '@lianban/engine';
import { observe } from '@lianban/telemetry';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
// Beyond this, how many more is nothing an alert or a dashboard would treat otherwise.
const most = 10_000;

/**
 * Figures that have to be counted in the database: deadlines, and what a kind wants counted of itself. Counted now and then by
 * `count`, told whenever they are exported.
 */
export function observePolledGauges(service: string, db: Database, kinds: readonly AnyAggregate[], now: () => Date) {
  const figures = { overdue: 0, dueWithinDay: 0, needsOperator: 0 };
  const attributes = { service };
  const waiting = kinds.flatMap(({ name, needsOperator }) => (needsOperator ? [{ name, filter: needsOperator }] : []));
  const ends = [
    observe('overdue', () => figures.overdue, attributes),
    observe('dueWithinDay', () => figures.dueWithinDay, attributes),
    ...(waiting.length > 0 ? [observe('needsOperator', () => figures.needsOperator, attributes)] : []),
  ];
  const sum = async (counts: readonly Promise<number>[]) => (await Promise.all(counts)).reduce((a, b) => a + b, 0);
  const due = (after: number, before: number) =>
    sum(
      kinds
        .filter(({ decider }) => decider.timeout)
        .map(({ name }) =>
          db.of(name).countDocuments({ wakeAt: { $gt: new Date(after), $lte: new Date(before) } }, { limit: most }),
        ),
    );
  return {
    async count(): Promise<void> {
      const at = now().getTime();
      figures.overdue = await due(0, at - minuteMs);
      figures.dueWithinDay = await due(at, at + dayMs);
      figures.needsOperator = await sum(
        waiting.map(({ name, filter }) => db.of(name).countDocuments(filter, { limit: most })),
      );
    },
    end: () => ends.forEach((end) => end()),
  };
}
