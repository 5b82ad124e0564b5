import { casework } from '@lianban/protos';
import { shanghaiDay } from '../calendar/shanghai-day';
import { type WorkingDays, isProvisional } from '../calendar/working-days';
import { limitsAfter, provisionalLimits } from './clock';
import type { StepRequest } from './item';
import { isCalendarDays } from './statutory-limit';
import { daysLeft } from './worklist';
import { type FiledCase, isOpen, pauseOf } from './state';
import { levelOf } from './work-queue';

type View = casework.v1.CaseClock;

/** The clock of a case as it stands at `now`: used and left, with every pause and its reason. */
export const clockView = (state: FiledCase, now: Date, calendar: WorkingDays): View => {
  const { clock, request } = state.file;
  const { promisedDays, statutoryDays, statutoryCalendarDays } = request;
  const days = { promisedDays, statutoryDays, statutoryCalendarDays };
  const empty = casework.v1.CaseClock.fromPartial(days);
  if (!clock) return isOpen(state) ? { ...empty, ...firstLimit(state, now, calendar) } : empty;
  const pause = isOpen(state) ? pauseOf(state) : undefined;
  const count = (from: Date, to: Date): number => calendar.between(from, to);
  const past = clock.pauses.map(({ from, to, reason = '' }) => ({ reason, from, to, days: count(from, to) }));
  const lasting = pause && { reason: pause.reason, from: pause.since, to: undefined, days: count(pause.since, now) };
  const pauses = lasting ? [...past, lasting] : past;
  const end = state.place?.closedAt ?? now;
  const excluded = pauses.reduce((sum, each) => sum + each.days, 0);
  const shared = {
    ...empty,
    kind: 'decide',
    extendedBy: clock.extendedBy,
    pauses,
    usedDays: Math.max(0, count(clock.acceptedAt, end) - excluded),
    undated: clock.undated ?? '',
  };
  if (!isOpen(state)) return shared;
  const at = pause?.since ?? now;
  const left = clock.promisedAt && daysLeft(clock.promisedAt, at, calendar);
  const statutory = clock.statutoryAt && statutoryLeft(clock.statutoryAt, at, request, calendar);
  const resumed = pause && limitsAfter(state.file, pause.since, now, calendar);
  return {
    ...shared,
    running: !pause,
    dueAt: (resumed ?? clock).promisedAt,
    dueProvisional: provisionalLimits(resumed ?? clock, request).promised,
    leftDays: left ?? 0,
    statutoryLeftDays: statutory ?? 0,
    level: left === undefined ? 'overdue' : levelOf(left),
  };
};

/** Before acceptance: the office's limit to accept or, while something is missing, the resident's to answer. */
const firstLimit = (state: FiledCase, now: Date, calendar: WorkingDays): Partial<View> => {
  const isAsked = state.status === 'supplement';
  const dueAt = isAsked ? state.answerBy : state.status === 'received' ? state.acceptBy : undefined;
  if (!dueAt) return {};
  const left = daysLeft(dueAt, now, calendar);
  const tabledUntil = state.status === 'received' ? state.provisionalAfter : undefined;
  const dueProvisional = tabledUntil !== undefined && isProvisional(dueAt, { tabledUntil });
  const kind = isAsked ? 'answer' : 'accept';
  return { kind, running: true, dueAt, dueProvisional, leftDays: left, level: levelOf(left) };
};

/** In the days that the limit is counted in. */
const statutoryLeft = (limit: Date, at: Date, request: StepRequest, calendar: WorkingDays): number =>
  isCalendarDays(request) ? shanghaiDay(limit) - shanghaiDay(at) : daysLeft(limit, at, calendar);
