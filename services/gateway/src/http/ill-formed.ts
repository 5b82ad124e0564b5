/** The way to a value of a body, from the value up. */
interface Way {
  readonly key: string | number;
  readonly from: Way | undefined;
}

export type ValuePath = readonly (string | number)[];

const most = 50;

const isWrong = (text: string): boolean => !text.isWellFormed() || text.includes('\0');

/**
 * Where a text or a name carries half of a surrogate pair or U+0000. What is stored of the one is U+FFFD, and the other ends texts in
 * other people's programs: what somebody typed would be changed without a word. Bodies may be nested deeper than a stack is.
 */
export function illFormedIn(body: unknown): readonly ValuePath[] {
  const found: ValuePath[] = [];
  const left: (readonly [value: unknown, way: Way | undefined])[] = [[body, undefined]];
  for (let next = left.pop(); next && found.length < most; next = left.pop()) {
    const [value, from] = next;
    if (typeof value === 'string' && isWrong(value)) found.push(pathOf(from));
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
      if (typeof key === 'string' && isWrong(key)) found.push(pathOf({ key, from }));
      else if (typeof inner === 'string' || typeof inner === 'object') left.push([inner, { key, from }]);
    }
  }
  return found;
}

function pathOf(way: Way | undefined): ValuePath {
  const path: (string | number)[] = [];
  for (let at = way; at; at = at.from) path.unshift(at.key);
  return path;
}
