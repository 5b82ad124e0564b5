const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

/** No Map, Set or class instance: its prototype is none, or the root one. */
const isPlain = (value: object) => {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** Freezes all the way down; Dates cannot be frozen and are left alone. */
export const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !isDate(value) && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
};

/**
 * The copy a document database gives back. Throws on what it could not keep: undefined, functions, Maps, Sets, class
 * instances, invalid dates, numbers that are none.
 */
export const storedAndLoaded = <T>(value: T, path = 'state'): T => copy(value, path) as T;

const copy = (value: unknown, path: string): unknown => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (isDate(value) && !Number.isNaN(value.getTime())) return new Date(value.getTime());
  if (Array.isArray(value)) return value.map((item, place) => copy(item, `${path}[${place}]`));
  if (typeof value === 'object' && isPlain(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, copy(field, `${path}.${key}`)]));
  }
  throw new Error(`${path} is not plain data: ${String(value)}`);
};
