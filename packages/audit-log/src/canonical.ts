const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/**
 * One text for one value, in whatever order its fields were written; no two values that differ have the same. Never throws:
 * what somebody put into a database by hand must not stop whoever seals or checks it. Dates and what is not plain data begin
 * with a sign no plain value begins with.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (value instanceof Date) return `@${value.getTime()}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (isPlain(value)) {
    const names = Object.keys(value).filter((name) => value[name] !== undefined);
    return `{${names
      .toSorted()
      .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
      .join(',')}}`;
  }
  return typeof value === 'object' ? `!${value.constructor?.name}${JSON.stringify(value)}` : `!${String(value)}`;
}
