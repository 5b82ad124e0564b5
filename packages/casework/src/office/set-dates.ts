import { type IndexSpec, isRefusal } from '@lianban/model';
import type { App } from '@lianban/runtime';
import type { WorkingDaysAt } from '../calendar/working-days';
import type { CaseStatus } from '../lifecycle/state';
import { CASES } from './cases';

const open: readonly CaseStatus[] = ['received', 'supplement', 'accepted', 'paused', 'notice'];
const mostAtOnce = 200;

const received = 'state.provisionalAfter';
const accepted = 'state.file.clock.provisionalAfter';
const undated = 'state.file.clock.undated';

export const provisionalIndexes: readonly IndexSpec[] = [
  { fields: { [received]: 1 }, partial: { [received]: { $gte: new Date(0) } } },
  { fields: { 'state.status': 1, [accepted]: 1 }, partial: { [accepted]: { $gte: new Date(0) } } },
  { fields: { 'state.status': 1, [undated]: 1 }, partial: { [undated]: { $exists: true } } },
];

/**
 * Sets the dates right of the cases that were counted by fewer holiday tables than there are now. What is left to do stands in the
 * documents alone, so that another process, or the next start, goes on where one died; done twice, the second changes nothing.
 */
export async function setDates(app: App, calendarAt: WorkingDaysAt): Promise<void> {
  const { tabledUntil } = calendarAt(app.clock.now());
  const before = { $gte: new Date(0), $lt: tabledUntil };
  const filter = {
    $or: [
      { [received]: before },
      { 'state.status': { $in: open }, [accepted]: before },
      // Former releases could not date them.
      { 'state.status': { $in: open }, [undated]: 'calendar-year-missing' },
    ],
  };
  for (;;) {
    const found = await app.find(CASES, { filter, limit: mostAtOnce });
    const done = await Promise.allSettled(found.map(({ id }) => app.dispatch(CASES, id, { type: 'SetDates' })));
    const changed = done.filter((each) => {
      if (each.status === 'fulfilled') return !isRefusal(each.value) && each.value.events.length > 0;
      app.log.warn({ err: each.reason }, 'dates not set right, trying again');
      return false;
    }).length;
    if (changed > 0) app.log.info({ count: changed }, 'dates of cases set right by a holiday table');
    if (found.length < mostAtOnce || changed === 0) return;
  }
}
