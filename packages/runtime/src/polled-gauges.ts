import type { AnyAggregate } from '@lianban/model';
import type { Database } from '@lianban/engine';
import { observe } from '@lianban/telemetry';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
// Above this, the exact number makes no difference to an alert or a dashboard.
const countLimit = 10_000;

/**
 * Gauges that have to be counted in the database: deadlines, and documents that need an operator. A periodic job calls
 * `count`; an export reads the last values.
 */
export function observePolledGauges(
  service: string,
  db: Database,
  aggregates: readonly AnyAggregate[],
  now: () => Date,
) {
  const values = { overdue: 0, dueWithinDay: 0, needsOperator: 0 };
  const attributes = { service };
  const waiting = aggregates.flatMap(({ name, needsOperator }) =>
    needsOperator ? [{ name, filter: needsOperator }] : [],
  );
  const ends = [
    observe('overdue', () => values.overdue, attributes),
    observe('dueWithinDay', () => values.dueWithinDay, attributes),
    ...(waiting.length > 0 ? [observe('needsOperator', () => values.needsOperator, attributes)] : []),
  ];
  const sum = async (counts: readonly Promise<number>[]) => (await Promise.all(counts)).reduce((a, b) => a + b, 0);
  const due = (after: number, before: number) =>
    sum(
      aggregates
        .filter(({ decider }) => decider.timeout)
        .map(({ name }) =>
          db
            .of(name)
            .countDocuments({ wakeAt: { $gt: new Date(after), $lte: new Date(before) } }, { limit: countLimit }),
        ),
    );
  return {
    async count(): Promise<void> {
      const at = now().getTime();
      values.overdue = await due(0, at - minuteMs);
      values.dueWithinDay = await due(at, at + dayMs);
      values.needsOperator = await sum(
        waiting.map(({ name, filter }) => db.of(name).countDocuments(filter, { limit: countLimit })),
      );
    },
    end: () => ends.forEach((end) => end()),
  };
}
