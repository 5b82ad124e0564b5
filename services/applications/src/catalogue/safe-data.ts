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
export function unsafeParts(
  value: unknown,
  pointer: string,
  problemOf?: (text: string) => string | undefined,
): readonly WrongAnswer[] {
  const wrong: WrongAnswer[] = [];
  // Nearly every answer is right: where a part stands is put into words only when it is not.
  const way: string[] = [];
  const tell = (problem: string) => void wrong.push({ pointer: way.reduce(pointerTo, pointer), problem });
  let values = 0;
  const visit = (part: unknown): void => {
    values += 1;
    if (values === MAX_VALUES + 1) wrong.push({ pointer, problem: `holds more than ${MAX_VALUES} values` });
    if (values > MAX_VALUES) return;
    if (typeof part === 'string') {
      const problem = part.length > MAX_TEXT ? 'is too long' : problemOf?.(part);
      if (problem !== undefined) tell(problem);
    }
    if (typeof part === 'number' && !Number.isFinite(part)) tell('is not a finite number');
    if (typeof part !== 'object' || part === null) return;
    if (way.length === MAX_DEPTH) return tell(`goes deeper than ${MAX_DEPTH} levels`);
    for (const [key, each] of Object.entries(part)) {
      way.push(key);
      if (isUnsafeKey(key)) tell('is a key that may not be used');
      else visit(each);
      way.pop();
    }
  };
  visit(value);
  return wrong;
}

export const isUnsafeKey = (key: string): boolean =>
  key === '' || key.length > MAX_KEY || key.startsWith('$') || /[.\0]/.test(key) || key === '__proto__';
