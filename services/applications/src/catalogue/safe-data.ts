export interface WrongAnswer {
  /** JSON pointer into the request: "/answers/savingsCents". */
  readonly pointer: string;
  readonly problem: string;
}

const MAX_DEPTH = 4;
const MAX_VALUES = 500;
const MAX_TEXT = 10_000;
const MAX_KEY = 100;

/** Appends a key to a JSON pointer (RFC 6901). A key nobody defined may be of any length: only its beginning is told. */
export const pointerTo = (pointer: string, key: string): string =>
  `${pointer}/${key.slice(0, MAX_KEY).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/**
 * Whether a value may be stored and sent as it is: plain JSON of at most 4 levels and 500 values, without keys that a
 * database would read as an operator or a path.
 */
export function unsafeParts(value: unknown, pointer: string): readonly WrongAnswer[] {
  const wrong: WrongAnswer[] = [];
  let values = 0;
  const visit = (part: unknown, at: string, depth: number): void => {
    values += 1;
    if (values === MAX_VALUES + 1) wrong.push({ pointer, problem: `holds more than ${MAX_VALUES} values` });
    if (values > MAX_VALUES) return;
    if (typeof part === 'string' && part.length > MAX_TEXT) wrong.push({ pointer: at, problem: 'is too long' });
    if (typeof part === 'number' && !Number.isFinite(part))
      wrong.push({ pointer: at, problem: 'is not a finite number' });
    if (typeof part !== 'object' || part === null) return;
    if (depth === MAX_DEPTH) return void wrong.push({ pointer: at, problem: `goes deeper than ${MAX_DEPTH} levels` });
    for (const [key, each] of Object.entries(part)) {
      const here = pointerTo(at, key);
      if (isUnsafeKey(key)) wrong.push({ pointer: here, problem: 'is a key that may not be used' });
      else visit(each, here, depth + 1);
    }
  };
  visit(value, pointer, 0);
  return wrong;
}

export const isUnsafeKey = (key: string): boolean =>
  key === '' || key.length > MAX_KEY || key.startsWith('$') || /[.\0]/.test(key) || key === '__proto__';
