import type { casework } from '@lianban/protos';
import { endOfShanghaiDay, shanghaiDay } from '../calendar/shanghai-day';
import { reachFilter } from '../lifecycle/work-queue';
import type { App } from '@lianban/runtime';
import { CASES } from './cases';

type Board = casework.v1.BoardResponse;
const longestDays = 366;
/** Calendar days since receipt at which an age group begins. */
const ages = [0, 6, 11, 21, 46];
const dayMs = 86_400_000;

/** The figures of one department's officers over the last days, each from an index over exactly those cases. */
export async function board(app: App, { days, reach }: casework.v1.BoardRequest): Promise<Board> {
  const now = app.clock.now();
  const span = Math.min(days || 30, longestDays);
  const since = endOfShanghaiDay(shanghaiDay(now) - span);
  const within = reachFilter(reach);
  const received = [
    { $match: { 'state.file.decidedBy': 'officer', 'state.file.receivedAt': { $gt: since }, ...within } },
    {
      $group: {
        _id: dayOf('$state.file.receivedAt'),
        n: { $sum: 1 },
        supplemented: countIf('$state.place.supplemented'),
      },
    },
  ];
  const officers = { 'state.file.decidedBy': 'officer' };
  const closed = [
    { $match: { ...officers, 'state.place.closedAt': { $gt: since }, 'state.status': 'decided', ...within } },
    {
      $group: {
        _id: dayOf('$state.place.closedAt'),
        n: { $sum: 1 },
        onTime: countIf({ $eq: ['$state.place.onTime', true] }),
        late: countIf({ $eq: ['$state.place.onTime', false] }),
      },
    },
  ];
  const open = [
    { $match: { $or: [{ 'state.place.due': { $gte: new Date(0) } }, { 'state.place.left': { $gte: 0 } }], ...within } },
    {
      $group: {
        _id: {
          waitsFor: '$state.place.waitsFor',
          item: '$state.file.request.item',
          holder: '$state.place.holder',
          age: { $floor: { $divide: [{ $subtract: [now, '$state.file.receivedAt'] }, dayMs] } },
        },
        n: { $sum: 1 },
        overdue: countIf({ $and: [{ $gt: ['$state.place.due', null] }, { $lt: ['$state.place.due', now] }] }),
        oldest: { $min: '$state.file.receivedAt' },
      },
    },
  ];
  const [into, out, waiting] = await Promise.all([
    app.summarize<{ _id: string; n: number; supplemented: number }>(CASES, received),
    app.summarize<{ _id: string; n: number; onTime: number; late: number }>(CASES, closed),
    app.summarize<OpenGroup>(CASES, open),
  ]);
  return {
    days: daysOf(now, span).map((day) => ({
      day,
      received: into.find(({ _id }) => _id === day)?.n ?? 0,
      closed: out.find(({ _id }) => _id === day)?.n ?? 0,
    })),
    decided: sum(out, ({ onTime, late }) => onTime + late),
    onTime: sum(out, ({ onTime }) => onTime),
    received: sum(into, ({ n }) => n),
    supplemented: sum(into, ({ supplemented }) => supplemented),
    ages: ages.map((fromDays, place) => ({
      fromDays,
      cases: sum(waiting, ({ _id, n }) => (_id.age >= fromDays && _id.age < (ages[place + 1] ?? Infinity) ? n : 0)),
    })),
    waiting: waitingOf(waiting),
    holders: holdersOf(waiting),
  };
}

interface OpenGroup {
  readonly _id: { readonly waitsFor: string; readonly item: string; readonly holder: string; readonly age: number };
  readonly n: number;
  readonly overdue: number;
  readonly oldest: Date;
}

const dayOf = (field: string) => ({ $dateToString: { date: field, format: '%Y-%m-%d', timezone: '+08:00' } });
const countIf = (condition: unknown) => ({ $sum: { $cond: [condition, 1, 0] } });
const sum = <T>(groups: readonly T[], of: (group: T) => number): number =>
  groups.reduce((all, one) => all + of(one), 0);

const daysOf = (now: Date, span: number): string[] =>
  Array.from({ length: span }, (_, place) =>
    new Date((shanghaiDay(now) - span + 1 + place) * dayMs).toISOString().slice(0, 10),
  );

const waitingOf = (groups: readonly OpenGroup[]): Board['waiting'] =>
  [...Map.groupBy(groups, ({ _id: { waitsFor, item } }) => `${waitsFor} ${item}`).values()].map((same) => ({
    waitsFor: same[0]!._id.waitsFor,
    item: same[0]!._id.item,
    cases: sum(same, ({ n }) => n),
    oldest: same.map(({ oldest }) => oldest).reduce((a, b) => (a < b ? a : b)),
  }));

const holdersOf = (groups: readonly OpenGroup[]): Board['holders'] => {
  const inHand = groups.filter(({ _id }) => _id.waitsFor === 'officer');
  return [...Map.groupBy(inHand, ({ _id }) => _id.holder)]
    .map(([holder, same]) => ({ holder, cases: sum(same, ({ n }) => n), overdue: sum(same, ({ overdue }) => overdue) }))
    .sort((a, b) => b.cases - a.cases);
};
