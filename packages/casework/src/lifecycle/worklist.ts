import type { WorkingDays } from '../calendar/working-days';
import { openCorrection } from './correction';
import type { CaseEvent } from './events';
import type { WorklistEntry, WaitsFor } from './worklist-entry';
import { type CaseState, type CaseStatus, type FiledCase, isOpen, pauseOf } from './state';

/** The case with its place as it is after `event`. */
export const withWorklistEntry = (
  state: CaseState,
  before: CaseState,
  event: CaseEvent,
  calendar: WorkingDays,
): CaseState => {
  if (state.status === 'unreceived') return state;
  if (!needsPlace(state)) return withoutPlace(state);
  const past = before.status === 'unreceived' ? undefined : before;
  const changedBy = authorOf(event);
  return {
    ...state,
    place: {
      waitsFor: waitsForOf(state),
      holder: state.file.holder ?? '',
      ...(isOpen(state) ? limitOf(state, calendar) : closed(state, past, event.at, calendar)),
      supplemented: state.status === 'supplement' || (past?.place?.supplemented ?? state.file.suppliedAt !== undefined),
      changedAt: event.at,
      ...(changedBy !== undefined && { changedBy }),
      change: event.type,
    },
  };
};

/** Working days from `at` to the day of `limit`, that day counted; below 0 once it has passed. */
export const daysLeft = (limit: Date, at: Date, calendar: WorkingDays): number =>
  at > limit ? -Math.max(1, calendar.between(limit, at)) : calendar.between(at, limit);

const waiting: readonly CaseStatus[] = ['supplement', 'paused', 'notice'];
const needsPlace = ({ file, status }: FiledCase) =>
  file.decidedBy === 'officer' || waiting.includes(status) || openCorrection(file) !== undefined;

const withoutPlace = (state: FiledCase): FiledCase => {
  if (!state.place) return state;
  const { place, ...rest } = state;
  return place ? rest : state;
};

export const waitsForOf = (state: FiledCase): WaitsFor => {
  switch (state.status) {
    case 'received':
    case 'accepted':
      return state.file.decidedBy === 'officer' ? 'officer' : 'facts';
    case 'supplement':
      return 'resident';
    case 'paused':
      return state.pause.by === 'officer' ? 'officer' : 'facts';
    case 'notice':
      return 'notice';
    default:
      return openCorrection(state.file) ? 'officer' : 'nobody';
  }
};

const limitOf = (state: FiledCase, calendar: WorkingDays): Pick<WorklistEntry, 'due' | 'left'> => {
  const { clock, receivedAt } = state.file;
  if (!clock) return { due: firstLimit(state) ?? receivedAt };
  const { promisedAt, acceptedAt } = clock;
  if (!promisedAt) return { due: acceptedAt };
  const left = daysLeftOfPause(state, calendar);
  return left !== undefined && left >= 0 ? { left } : { due: promisedAt };
};

const firstLimit = (state: FiledCase): Date | undefined => {
  if (state.status === 'received') return state.acceptBy;
  return state.status === 'supplement' ? state.answerBy : undefined;
};

const daysLeftOfPause = (state: FiledCase, calendar: WorkingDays): number | undefined => {
  const pause = pauseOf(state);
  const promisedAt = state.file.clock?.promisedAt;
  return pause && promisedAt && daysLeft(promisedAt, pause.since, calendar);
};

/** Closed, it has a limit again while a correction of its decision waits for an answer. */
const closed = (
  state: FiledCase,
  before: FiledCase | undefined,
  at: Date,
  calendar: WorkingDays,
): Pick<WorklistEntry, 'closedAt' | 'onTime' | 'due'> => {
  const answerBy = openCorrection(state.file)?.until;
  // What a rule decided at once had no place until somebody would correct it.
  const closedAt = state.status === 'decided' && !before?.place ? state.at : at;
  return { ...closing(before, closedAt, calendar), ...(answerBy && { due: answerBy }) };
};

/** Whether the last limit was kept; a pause that lasted to the end is not held against the department. */
const closing = (
  before: FiledCase | undefined,
  at: Date,
  calendar: WorkingDays,
): Pick<WorklistEntry, 'closedAt' | 'onTime'> => {
  if (!before || !isOpen(before)) {
    const { closedAt, onTime } = before?.place ?? {};
    return { closedAt: closedAt ?? at, ...(onTime !== undefined && { onTime }) };
  }
  const standing = daysLeftOfPause(before, calendar);
  if (standing !== undefined) return { closedAt: at, onTime: standing >= 0 };
  const { clock } = before.file;
  const limit = clock ? clock.promisedAt : firstLimit(before);
  return { closedAt: at, ...(limit && { onTime: at <= limit }) };
};

const authorOf = (event: CaseEvent): string | undefined => {
  if ('officer' in event) return event.officer;
  if (event.type === 'CaseClaimed') return event.holder;
  return event.type === 'CaseReleased' || event.type === 'CaseReassigned' ? event.by : undefined;
};
