import type { casework } from '@lianban/protos';
import type { WorkingDays, WorkingDaysAt } from '../calendar/working-days';
import type { CaseState } from '../lifecycle/state';
import {
  type WorkCursor,
  closedStatuses,
  numberFilter,
  runningFilter,
  standingDue,
  standingFilter,
  workFilter,
} from '../lifecycle/work-queue';
import type { App, Snapshot } from '@lianban/runtime';
import { CASES } from './cases';
import { countWork } from './count-work';
import { readCursor, writeCursor } from './work-cursor';

type FoundCase = Snapshot<CaseState>;
const mostInAList = 200;

export interface WorkPage {
  readonly cases: readonly FoundCase[];
  readonly nextCursor: string;
  readonly counts: casework.v1.WorkCounts | undefined;
}

/**
 * The cases asked for, those nearest to their limit first. Reads the documents themselves, at the primary: what an officer
 * did is seen by whoever looks next, and the counts are of the same filters as the rows.
 */
export async function listWork(
  app: App,
  request: casework.v1.ListWorkRequest,
  officer: string,
  calendarAt: WorkingDaysAt,
): Promise<WorkPage> {
  const most = Math.min(request.limit || 50, mostInAList);
  const after = readCursor(request.cursor);
  const asOf = after?.asOf ?? app.clock.now();
  const calendar = calendarAt(asOf);
  const isClosed = closedStatuses.includes(request.status);
  const list = request.text ? byNumber : isClosed ? closed : open;
  const found = await list(app, request, most + 1, asOf, after, calendar);
  const page = found.slice(0, most);
  const last = page.at(-1);
  const counts = request.counts ? await countWork(app, request, officer, asOf, calendar) : undefined;
  return {
    cases: page,
    nextCursor:
      found.length > most && last
        ? writeCursor({ asOf, due: isClosed ? closedAtOf(last) : dueOf(last, asOf, calendar), id: last.id })
        : '',
    counts,
  };
}

type Listing = (
  app: App,
  query: casework.v1.ListWorkRequest,
  limit: number,
  asOf: Date,
  after: WorkCursor | undefined,
  calendar: WorkingDays,
) => Promise<readonly FoundCase[]>;

/** Two lists, each in the order of its index, become one. */
const open: Listing = async (app, query, limit, asOf, after, calendar) => {
  const [running, standing] = await Promise.all(
    [
      { filter: runningFilter(query.level, asOf, calendar, after), by: 'state.place.due' },
      { filter: standingFilter(query.level, calendar, after), by: 'state.place.left' },
    ].map(({ filter, by }) =>
      app.find(CASES, { filter: { ...workFilter(query), ...filter }, sort: { [by]: 1, _id: 1 }, limit }),
    ),
  );
  return [...running!, ...standing!]
    .map((found) => ({ found, due: dueOf(found, asOf, calendar).getTime() }))
    .sort((a, b) => a.due - b.due || (a.found.id < b.found.id ? -1 : 1))
    .slice(0, limit)
    .map(({ found }) => found);
};

const closed: Listing = (app, query, limit, _asOf, after) => {
  const at = 'state.place.closedAt';
  const range = after
    ? { [at]: { $gte: new Date(0), $lte: after.due }, $or: [{ [at]: { $lt: after.due } }, { _id: { $lt: after.id } }] }
    : { [at]: { $gte: new Date(0) } };
  return app.find(CASES, { filter: { ...workFilter(query), ...range }, sort: { [at]: -1, _id: -1 }, limit });
};

const byNumber: Listing = (app, { text, reach }, limit, _asOf, after) =>
  app.find(CASES, { filter: numberFilter(text, reach, after?.id), sort: { _id: 1 }, limit });

const closedAtOf = ({ state }: FoundCase): Date =>
  (state.status === 'unreceived' ? undefined : state.place?.closedAt) ?? new Date(0);

const dueOf = ({ state }: FoundCase, asOf: Date, calendar: WorkingDays): Date => {
  const place = state.status === 'unreceived' ? undefined : state.place;
  return place?.due ?? standingDue(place?.left ?? 0, asOf, calendar);
};
