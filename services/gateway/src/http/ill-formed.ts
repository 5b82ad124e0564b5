/** The path to a value of a body, innermost part first. */
interface Way {
  readonly key: string | number;
  readonly from: Way | undefined;
}

export type ValuePath = readonly (string | number)[];

const most = 50;

const isWrong = (text: string): boolean => !text.isWellFormed() || text.includes('\0');

/**
 * Finds texts and names with half a surrogate pair or U+0000. The first is stored as U+FFFD, the second ends texts in other
 * programs: input would be changed silently. Iterative, because bodies may be nested deeper than the stack.
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
