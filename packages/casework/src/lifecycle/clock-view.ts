import { casework } from '@lianban/protos';
import type { WorkingDays } from '../calendar/working-days';
import { isRefusal } from '@lianban/model';
import { limitsAfter } from './clock';
import { daysLeft } from './worklist';
import { type FiledCase, isOpen, pauseOf } from './state';
import { levelOf } from './work-queue';

type View = casework.v1.CaseClock;

/** The clock of a case as it stands at `now`: used and left in working days, with every pause and its reason. */
export const clockView = (state: FiledCase, now: Date, calendar: WorkingDays): View => {
  const { clock, request } = state.file;
  const days = { promisedDays: request.promisedDays, statutoryDays: request.statutoryDays };
  const empty = casework.v1.CaseClock.fromPartial(days);
  if (!clock) return isOpen(state) ? { ...empty, ...firstLimit(state, now, calendar) } : empty;
  const pause = isOpen(state) ? pauseOf(state) : undefined;
  const count = (from: Date, to: Date): number => {
    const between = calendar.between(from, to);
    return isRefusal(between) ? 0 : between;
  };
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
  const statutory = clock.statutoryAt && daysLeft(clock.statutoryAt, at, calendar);
  return {
    ...shared,
    running: !pause,
    dueAt: pause ? resumedLimit(state, pause.since, now, calendar) : clock.promisedAt,
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
  const left = daysLeft(dueAt, now, calendar) ?? 0;
  return { kind: isAsked ? 'answer' : 'accept', running: true, dueAt, leftDays: left, level: levelOf(left) };
};

const resumedLimit = ({ file }: FiledCase, since: Date, now: Date, calendar: WorkingDays): Date | undefined => {
  const limits = limitsAfter(file, since, now, calendar);
  return isRefusal(limits) ? undefined : limits.promisedAt;
};
