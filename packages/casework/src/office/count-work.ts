import type { casework } from '@lianban/protos';
import type { WorkingDays } from '../calendar/working-days';
import {
  askWaiting,
  closedStatuses,
  extensionAsked,
  numberFilter,
  reachFilter,
  runningFilter,
  standingFilter,
  workFilter,
} from '../lifecycle/work-queue';
import type { App } from '@lianban/runtime';
import { CASES } from './cases';

type Counts = casework.v1.WorkCounts;
type Filter = Readonly<Record<string, unknown>>;

const none: Counts = {
  total: 0,
  team: 0,
  mine: 0,
  unassigned: 0,
  overdue: 0,
  red: 0,
  amber: 0,
  extensionsAsked: 0,
  asksWaiting: 0,
};
const words = Object.keys(none) as (keyof Counts)[];

/** How many rows the list has, and how many each choice of the queue would have: counted by the lists' own filters. */
export async function countWork(
  app: App,
  query: casework.v1.ListWorkRequest,
  officer: string,
  asOf: Date,
  calendar: WorkingDays,
): Promise<Counts> {
  const count = async (filter: Filter): Promise<number> =>
    (await app.summarize<{ n: number }>(CASES, [{ $match: filter }, { $count: 'n' }]))[0]?.n ?? 0;
  const streams = (level: string): readonly Filter[] => [
    runningFilter(level, asOf, calendar),
    standingFilter(level, calendar),
  ];
  const narrowed = (range: Filter): Filter => ({ ...workFilter(query), ...range });
  const rows = query.text
    ? [numberFilter(query.text, query.reach)]
    : closedStatuses.includes(query.status)
      ? [narrowed({ 'state.place.closedAt': { $gte: new Date(0) } })]
      : streams(query.level).map(narrowed);
  const totals = await Promise.all(rows.map(count));
  const total = totals.reduce((sum, each) => sum + each, 0);

  const queue = { 'state.place.waitsFor': 'officer', ...reachFilter(query.reach) };
  const levels = await Promise.all(
    (['overdue', 'red', 'amber'] as const).map(async (level) => {
      const counted = await Promise.all(streams(level).map((range) => count({ ...queue, ...range })));
      return [level, counted.reduce((sum, each) => sum + each, 0)] as const;
    }),
  );
  const hands = await Promise.all(
    streams('').map((range) => app.summarize<Counts>(CASES, [{ $match: { ...queue, ...range } }, byHand(officer)])),
  );
  const sums = hands.flat().reduce<Counts>((sum, each) => add(sum, each), none);
  const extensionsAsked = await count({ ...extensionAsked, ...reachFilter(query.reach) });
  const asksWaiting = await count({ ...askWaiting, ...reachFilter(query.reach) });
  return { ...sums, ...Object.fromEntries(levels), total, extensionsAsked, asksWaiting };
}

const when = (holder: string) => ({ $sum: { $cond: [{ $eq: ['$state.place.holder', holder] }, 1, 0] } });
const byHand = (officer: string) => ({
  $group: { _id: null, team: { $sum: 1 }, mine: when(officer), unassigned: when('') },
});

const add = (one: Counts, other: Partial<Counts>): Counts =>
  Object.fromEntries(words.map((word) => [word, one[word] + (other[word] ?? 0)])) as unknown as Counts;
