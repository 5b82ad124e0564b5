/** How this city writes application numbers; provinces differ, so the pattern is configuration and nothing is read out of it. */
export interface ApplicationNumbers {
  /** The number of the `seq`-th application; `now` gives the day in Asia/Shanghai. */
  format(now: Date, seq: number): string;
  /** Whether a text could be one of these numbers. */
  matches(text: string): boolean;
}

const PLACEHOLDER = /\{(yyyymmdd|seq:([1-9]|1[0-9]))\}/;
const PLACEHOLDERS = new RegExp(PLACEHOLDER, 'g');

/**
 * Reads a pattern such as `LB{yyyymmdd}{seq:6}`: capital letters, digits and hyphens, one day and, at the end, one
 * running number of at least so many digits (1 to 19). At the end, because a number that outgrows its digits then
 * still differs from every other. Throws RangeError for any other pattern.
 */
export function applicationNumbers(pattern: string): ApplicationNumbers {
  const fixed = pattern.replaceAll(PLACEHOLDERS, '');
  const valid = /^[A-Z0-9-]*$/.test(fixed) && pattern.split('{yyyymmdd}').length === 2;
  const digits = /^[^:]*\{seq:(\d+)\}$/.exec(pattern)?.[1];
  if (!valid || digits === undefined)
    throw new RangeError(
      `"${pattern}" is not a pattern for application numbers: use A-Z, 0-9 and "-", {yyyymmdd} once and {seq:N} at the end, for example LB{yyyymmdd}{seq:6}.`,
    );
  const shape = new RegExp(`^${pattern.replace('{yyyymmdd}', '\\d{8}').replace(/\{seq:\d+\}$/, `\\d{${digits},}`)}$`);
  return {
    format: (now, seq) =>
      pattern
        .replace('{yyyymmdd}', shanghaiDay(now))
        .replace(/\{seq:\d+\}$/, String(seq).padStart(Number(digits), '0')),
    matches: (text) => text.length <= 64 && shape.test(text),
  };
}

/** Days are Asia/Shanghai days, UTC+8 without summer time. */
const shanghaiDay = (now: Date): string =>
  new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
