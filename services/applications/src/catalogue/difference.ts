import { isDeepStrictEqual } from 'node:util';
import type { Path } from '@lianban/catalogue';

/**
 * Where two versions of a package or an item differ in what cases run on; undefined when only their words do. What people agree to
 * (`shares`) is compared with its words: they agreed to those.
 */
export function differenceOf(former: unknown, next: unknown): Path | undefined {
  return firstDifference(withoutWords(former), withoutWords(next), []);
}

function firstDifference(former: unknown, next: unknown, at: Path): Path | undefined {
  if (isDeepStrictEqual(former, next)) return undefined;
  if (!isObject(former) || !isObject(next) || Array.isArray(former) !== Array.isArray(next)) return at;
  const keys = [...new Set([...Object.keys(next), ...Object.keys(former)])];
  for (const key of keys) {
    const found = firstDifference(former[key], next[key], [...at, Array.isArray(next) ? Number(key) : key]);
    if (found) return found;
  }
  return at;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What is shown to people, or looked at when somebody applies: applications under way do not run on it. */
const WORDS: ReadonlySet<string> = new Set([
  'hidden',
  'synonyms',
  'openAtOnce',
  'alone',
  'about',
  'applicants',
  'registered',
  'offered',
]);
const isText = (value: unknown): boolean => isObject(value) && Object.keys(value).toSorted().join() === 'en,zh';

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => (isText(each) ? null : withoutWords(each)));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key, each]) => !WORDS.has(key) && !isText(each) && each !== undefined);
  return Object.fromEntries(kept.map(([key, each]) => [key, key === 'shares' ? each : withoutWords(each)]));
}
