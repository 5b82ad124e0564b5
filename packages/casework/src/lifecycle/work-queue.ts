import { endOfShanghaiDay, shanghaiDay } from '../calendar/shanghai-day';
import type { WorkingDays } from '../calendar/working-days';
import type { IndexSpec } from '@lianban/model';
import type { CaseState } from './state';

type Filter = Readonly<Record<string, unknown>>;

/** Working days left up to which a case is red, and up to which it is amber. */
export const RED = 1;
export const AMBER = 3;
export type Level = 'overdue' | 'red' | 'amber' | 'green';

export const levelOf = (left: number): Level => {
  if (left < 0) return 'overdue';
  if (left <= RED) return 'red';
  return left <= AMBER ? 'amber' : 'green';
};

/** What the desk asks for; what is empty does not narrow it. */
export interface WorkQuery {
  /** Without one: what waits for an officer. */
  readonly status: string;
  readonly holder: string;
  readonly unassigned: boolean;
  readonly item: string;
  readonly step: string;
  readonly district: string;
  /** The district an officer works for. */
  readonly reach: string;
  readonly level: string;
  /** An extension waits for approval. */
  readonly extensionAsked: boolean;
  readonly askWaiting: boolean;
}

/**
 * Where a page ended: the limit and the id of its last case. `asOf` is the moment of the first page, so that time passing
 * moves no case whose clock stands still from one page to another.
 */
export interface WorkCursor {
  readonly asOf: Date;
  readonly due: Date;
  readonly id: string;
}

/** Cases of closed statuses are listed newest first and have no limit. */
export const closedStatuses: readonly string[] = ['decided', 'cancelled', 'compensated'];

/** Whether the case waits for an officer: to be accepted, examined, or taken out of a pause an officer began. */
export const waitsForOfficer = (state: CaseState): boolean =>
  state.status !== 'unreceived' && state.place?.waitsFor === 'officer';

/** The head of the office has something to answer. */
export const extensionAsked: Filter = { 'state.file.extension.status': 'asked' };

/** Anything waits for a second person. */
export const askWaiting: Filter = {
  $or: [
    { 'state.file.extension.status': 'asked' },
    { 'state.file.decisionAsk.status': 'asked' },
    { 'state.file.correctionAsk.status': 'asked' },
  ],
};

/** Who may see it and what was asked for, but for the limit. */
export const workFilter = (query: WorkQuery): Filter => ({
  ...(query.status === ''
    ? { 'state.place.waitsFor': 'officer' }
    : { 'state.status': query.status, 'state.file.decidedBy': 'officer' }),
  ...(query.holder && { 'state.place.holder': query.holder }),
  ...(query.unassigned && { 'state.place.holder': '' }),
  ...(query.item && { 'state.file.request.item': query.item }),
  ...(query.step && { 'state.file.request.step': query.step }),
  ...(query.district && { 'state.file.request.district': query.district }),
  ...(query.extensionAsked && extensionAsked),
  ...((query.reach || query.askWaiting) && {
    $and: [...(query.reach ? [reachFilter(query.reach)] : []), ...(query.askWaiting ? [askWaiting] : [])],
  }),
});

/** An officer of one district reaches its cases, and those no district has been named for. */
export const reachFilter = (reach: string): Filter =>
  reach === '' ? {} : { 'state.file.request.district': { $in: [reach, ''] } };

/** Every case of an application, or of those whose numbers begin so: also what a rule decided, whatever its status. */
export const numberFilter = (text: string, reach: string, afterId = ''): Filter => ({
  _id: { [afterId ? '$gt' : '$gte']: afterId || text, $lt: `${text}\uffff` },
  ...reachFilter(reach),
});

/** Cases whose clock runs, by their limit. Undefined when the level has none of them. */
export const runningFilter = (level: string, asOf: Date, calendar: WorkingDays, after?: WorkCursor): Filter => {
  const from = level === 'red' ? asOf : level === 'amber' ? calendar.add(asOf, RED) : new Date(0);
  const to = level === 'overdue' ? asOf : level === 'red' ? calendar.add(asOf, RED) : calendar.add(asOf, AMBER);
  const isBound = level !== '' && level !== 'green';
  // Limits are the last moments of days: "until the day" takes it in, "after it" leaves it out.
  const range = {
    ...(level === 'amber' ? { $gt: from } : { $gte: from }),
    ...(isBound && (level === 'overdue' ? { $lt: to } : { $lte: to })),
    ...(level === 'green' && { $gt: to }),
  };
  if (!after) return { 'state.place.due': range };
  const later = after.due > from ? { ...range, $gte: after.due } : range;
  return {
    'state.place.due': later,
    $or: [{ 'state.place.due': { $gt: after.due } }, { _id: { $gt: after.id } }],
  };
};

/**
 * Cases whose clock stands still, by the days left. They take their turn among the others as if they went on now, which
 * is what `standingDue` says.
 */
export const standingFilter = (level: string, calendar: WorkingDays, after?: WorkCursor): Filter => {
  if (level === 'overdue') return { 'state.place.left': { $lt: 0, $gte: 0 } };
  const from = level === 'amber' ? RED + 1 : level === 'green' ? AMBER + 1 : 0;
  const to = level === 'red' ? { $lte: RED } : level === 'amber' ? { $lte: AMBER } : {};
  if (!after) return { 'state.place.left': { $gte: from, ...to } };
  const days = after.due < after.asOf ? 0 : calendar.between(after.asOf, after.due);
  const due = standingDue(days, after.asOf, calendar);
  const isSame = due.getTime() === after.due.getTime();
  const least = Math.max(from, due < after.due ? days + 1 : days);
  return {
    'state.place.left': { $gte: least, ...to },
    ...(isSame && { $or: [{ 'state.place.left': { $gt: days } }, { _id: { $gt: after.id } }] }),
  };
};

/** The limit a case would have whose clock went on at `asOf` with so many working days left. */
export const standingDue = (left: number, asOf: Date, calendar: WorkingDays): Date =>
  left === 0 ? endOfShanghaiDay(shanghaiDay(asOf)) : calendar.add(asOf, left);

/** All the list narrows by stands in its index, so that only the cases shown are read. */
const narrowed = {
  'state.place.waitsFor': 1,
  'state.status': 1,
  'state.file.decidedBy': 1,
  'state.file.request.district': 1,
  'state.file.request.item': 1,
  'state.file.request.step': 1,
} as const;

export const workIndexes: readonly IndexSpec[] = [
  {
    fields: { 'state.place.due': 1, _id: 1, 'state.place.holder': 1, ...narrowed },
    partial: { 'state.place.due': { $gte: new Date(0) } },
  },
  {
    fields: { 'state.place.holder': 1, 'state.place.due': 1, _id: 1, ...narrowed },
    partial: { 'state.place.due': { $gte: new Date(0) } },
  },
  {
    fields: { 'state.place.left': 1, _id: 1, 'state.place.holder': 1, ...narrowed },
    partial: { 'state.place.left': { $gte: 0 } },
  },
  {
    fields: { 'state.place.closedAt': -1, _id: -1, 'state.place.onTime': 1, 'state.place.holder': 1, ...narrowed },
    partial: { 'state.place.closedAt': { $gte: new Date(0) } },
  },
  { fields: { 'state.file.extension.status': 1 }, partial: extensionAsked },
  { fields: { 'state.file.decisionAsk.status': 1 }, partial: { 'state.file.decisionAsk.status': 'asked' } },
  { fields: { 'state.file.correctionAsk.status': 1 }, partial: { 'state.file.correctionAsk.status': 'asked' } },
  // Whether the same is granted elsewhere, before a refusal becomes a grant.
  { fields: { 'state.file.request.residentId': 1, 'state.file.request.item': 1 } },
  {
    fields: { 'state.file.receivedAt': 1, 'state.place.supplemented': 1, 'state.file.request.district': 1 },
    partial: { 'state.file.decidedBy': 'officer' },
  },
];
