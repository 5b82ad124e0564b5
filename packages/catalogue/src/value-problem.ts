import type { FieldEntry } from './values';

/** Null is how JSON says that a question was left out. */
export const isAbsent = (value: unknown): boolean => value === undefined || value === null;

/**
 * What is wrong with a value that is there; it is not repeated in what is said about it.
 * @param today the day the value was given, YYYY-MM-DD; without it a bound of "today" does not count
 */
export function valueProblem(
  { type, min, max, maxLength = 1000, choices = [], format, earliest, latest }: FieldEntry,
  value: unknown,
  today?: string,
): string | undefined {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'must be true or false';
    case 'integer':
      return Number.isSafeInteger(value) ? range(Number(value), min, max) : 'must be a whole number';
    case 'number':
      return Number.isFinite(value) ? range(Number(value), min, max) : 'must be a number';
    case 'string':
      if (typeof value !== 'string') return 'must be a text';
      if (format === 'date')
        return isDay(value)
          ? outsideDays(value, dayOf(earliest, today), dayOf(latest, today))
          : 'must be a day of the calendar, as YYYY-MM-DD';
      return value.length > maxLength ? `must have at most ${maxLength} characters` : undefined;
    case 'choice':
      return choices.some((choice) => choice.code === value)
        ? undefined
        : `must be one of ${choices.map((choice) => choice.code).join(', ')}`;
    case 'object':
      return typeof value === 'object' && !Array.isArray(value) ? undefined : 'must be an object';
  }
}

const dayOf = (bound: string | undefined, today: string | undefined) => (bound === 'today' ? today : bound);

function outsideDays(day: string, earliest = '0000-01-01', latest = '9999-12-31'): string | undefined {
  if (day < earliest) return `must not be before ${earliest}`;
  return day > latest ? `must not be after ${latest}` : undefined;
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function range(value: number, min = -Infinity, max = Infinity): string | undefined {
  if (value < min) return `must be at least ${min}`;
  return value > max ? `must be at most ${max}` : undefined;
}
