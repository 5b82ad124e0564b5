/** Minutes after midnight in Shanghai; it may run over midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
const shanghaiMs = 8 * 60 * minuteMs;

/**
 * When a message may go out: at once, or when the quiet hours are over. One whose deadline would have passed by then goes at once:
 * being woken costs less than the deadline.
 */
export function sendableAt(now: Date, quiet: QuietHours | undefined, deadline?: Date): Date {
  if (quiet === undefined || quiet.from === quiet.to) return now;
  const minute = Math.floor((now.getTime() + shanghaiMs) / minuteMs) % dayMinutes;
  const sinceFrom = (minute - quiet.from + dayMinutes) % dayMinutes;
  const length = (quiet.to - quiet.from + dayMinutes) % dayMinutes;
  if (sinceFrom >= length) return now;
  const startOfMinute = Math.floor(now.getTime() / minuteMs) * minuteMs;
  const over = new Date(startOfMinute + (length - sinceFrom) * minuteMs);
  return deadline !== undefined && deadline <= over ? now : over;
}

/** "21:00" → 1260; undefined when it is no time of day. */
export function minuteOf(text: string): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
