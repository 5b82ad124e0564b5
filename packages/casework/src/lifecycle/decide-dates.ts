import { movedDate } from '../calendar/moved-date';
import type { WorkingDays } from '../calendar/working-days';
import { acceptBy } from './acceptance';
import { type LegalClock, limitsOf } from './clock';
import type { Handler } from './setting';
import { type FiledCase, isOpen, pauseOf } from './state';

/**
 * A holiday table has come since the dates were counted: they are counted again, once, from what they follow from. A date that
 * has passed stays, because something has followed from it or should have; one that would come to lie in the past ends today.
 */
export const setDates: Handler<'SetDates'> = (setting, state, _command, now) => {
  if (!isOpen(state) || !isOutdated(state, setting.workingDays)) return [];
  const clock = state.file.clock;
  if (state.status === 'received' && !clock) {
    const anew = acceptBy(setting, state.file.decidedBy, state.file.completeAt);
    const due = anew.acceptBy && movedDate(state.acceptBy, anew.acceptBy, now);
    return [{ type: 'DatesSet', at: now, ...anew, ...(due && { acceptBy: due }) }];
  }
  return clock ? [{ type: 'DatesSet', at: now, ...movedLimits(state, clock, setting.workingDays, now) }] : [];
};

/** Counted by fewer tables than there are now, or not at all by a release that could not without one. */
const isOutdated = (state: FiledCase, { tabledUntil }: WorkingDays): boolean => {
  const after = state.status === 'received' ? state.provisionalAfter : state.file.clock?.provisionalAfter;
  return state.file.clock?.undated !== undefined || (after !== undefined && after < tabledUntil);
};

/** While the clock stands still, what counts is where it stopped. */
const movedLimits = (state: FiledCase, clock: LegalClock, calendar: WorkingDays, now: Date) => {
  const limits = limitsOf(clock, state.file.request, calendar);
  const reference = pauseOf(state)?.since ?? now;
  return {
    ...limits,
    ...(limits.promisedAt && { promisedAt: movedDate(clock.promisedAt, limits.promisedAt, reference) }),
    ...(limits.statutoryAt && { statutoryAt: movedDate(clock.statutoryAt, limits.statutoryAt, reference) }),
  };
};
