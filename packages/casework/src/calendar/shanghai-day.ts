const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** China has kept UTC+8 without summer time since 1992, long before the first year any holiday table covers. */
const OFFSET = 8 * HOUR;

/** The Asia/Shanghai day of an instant, as a count of days since 1970-01-01. */
export const shanghaiDay = (at: Date): number => Math.floor((at.getTime() + OFFSET) / DAY);

/** The last millisecond of a Shanghai day. */
export const endOfShanghaiDay = (day: number): Date => new Date((day + 1) * DAY - OFFSET - 1);

/** "2026-10-10". */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The Asia/Shanghai day of an instant: "2026-10-10". */
export const dayOf = (at: Date): string => dateOf(shanghaiDay(at));

/** 0 is Sunday. */
export const weekdayOf = (day: number): number => new Date(day * DAY).getUTCDay();

/** The last millisecond of the `days`-th calendar day after the day of `from`, which itself is not counted. */
export const addCalendarDays = (from: Date, days: number): Date => endOfShanghaiDay(shanghaiDay(from) + days);
