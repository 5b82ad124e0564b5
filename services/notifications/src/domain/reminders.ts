const dayMs = 24 * 60 * 60 * 1000;
/** Days before a deadline that costs somebody something. No text sets them: a value of the demonstration. */
export const REMINDER_DAYS = [3, 1] as const;

/** The reminders of a deadline that are still to come. */
export const remindersOf = (until: Date, now: Date): readonly Date[] =>
  REMINDER_DAYS.map((days) => new Date(until.getTime() - days * dayMs)).filter((at) => at > now);
