import type { WorkingDaysAt } from '@lianban/casework';
import { isRefusal } from '@lianban/model';
import type { App } from '@lianban/runtime';
import { APPLICATIONS } from './aggregate-types';

export const provisional = 'state.provisionalAfter';
const mostAtOnce = 200;

/**
 * Counts the dates of the applications again that were counted by fewer holiday tables than there are now. What is left to do stands
 * in the documents alone: whoever looks next goes on where a process died, and done twice, the second changes nothing.
 */
export async function setDates(app: App, daysAt: WorkingDaysAt): Promise<void> {
  const { tabledUntil } = daysAt(app.clock.now());
  const filter = { [provisional]: { $gte: new Date(0), $lt: tabledUntil } };
  for (;;) {
    const found = await app.find(APPLICATIONS, { filter, limit: mostAtOnce });
    const done = await Promise.allSettled(found.map(({ id }) => app.dispatch(APPLICATIONS, id, { type: 'SetDates' })));
    const changed = done.filter((each) => {
      if (each.status === 'fulfilled') return !isRefusal(each.value) && each.value.events.length > 0;
      app.log.warn({ err: each.reason }, 'dates not set right, trying again');
      return false;
    }).length;
    if (changed > 0) app.log.info({ count: changed }, 'dates of applications set right by a holiday table');
    if (found.length < mostAtOnce || changed === 0) return;
  }
}
