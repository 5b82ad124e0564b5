import { endOfShanghaiDay, shanghaiDay } from './shanghai-day';

/**
 * A provisional date once its holiday table has come. One that has passed at `now` stays, because something has followed from it
 * or should have. One that would come to lie in the past ends with the day of `now`: nobody is late by a table alone.
 */
export const movedDate = (former: Date | undefined, anew: Date, now: Date): Date => {
  if (former && former <= now) return former;
  return anew <= now ? endOfShanghaiDay(shanghaiDay(now)) : anew;
};
