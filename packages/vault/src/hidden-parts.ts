/** A state in two: what the database may show, and what is sealed; nothing is sealed where `hidden` is undefined. */
export interface Parted {
  readonly clear: unknown;
  readonly hidden: unknown;
}

type Plain = Readonly<Record<string, unknown>>;
interface Branch {
  readonly names: ReadonlyMap<string, Branch | 'hidden'>;
  /** The parts of what was parted before: states share what did not change. */
  readonly known: WeakMap<object, Parted>;
}

const isPlain = (value: unknown): value is Plain => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** Parts states by paths as `file.known` and `members.*.income`, where "*" is every element of a list or a table. */
export function partsBy(paths: readonly string[]): (state: unknown) => Parted {
  const root = branchOf(paths.map((path) => path.split('.')));
  return (state) => part(state, root);
}

function branchOf(paths: readonly (readonly string[])[]): Branch {
  const names = new Map<string, Branch | 'hidden'>();
  for (const [name, some] of Map.groupBy(paths, ([first]) => first!)) {
    const isWhole = some.some(({ length }) => length === 1);
    if (isWhole && name === '*') throw new Error('"*" is followed by the name of a field');
    names.set(name, isWhole ? 'hidden' : branchOf(some.map(([, ...rest]) => rest)));
  }
  return { names, known: new WeakMap() };
}

/** What says nothing needs no seal. */
const saysNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isPlain(value) && Object.keys(value).length === 0);

function part(value: unknown, branch: Branch): Parted {
  if (!isPlain(value) && !Array.isArray(value)) return { clear: value, hidden: undefined };
  const known = branch.known.get(value);
  if (known) return known;
  const parted = Array.isArray(value) ? partList(value, branch) : partFields(value as Plain, branch);
  branch.known.set(value, parted);
  return parted;
}

function partList(value: readonly unknown[], { names }: Branch): Parted {
  const each = names.get('*');
  if (each === undefined || each === 'hidden') return { clear: value, hidden: undefined };
  const parts = value.map((one) => part(one, each));
  if (parts.every(({ hidden }) => hidden === undefined)) return { clear: value, hidden: undefined };
  return { clear: parts.map(({ clear }) => clear), hidden: parts.map(({ hidden }) => hidden ?? null) };
}

// Every write of a document comes here: fields are assigned one by one, which takes a third of the time of lists of pairs.
function partFields(value: Plain, { names }: Branch): Parted {
  const each = names.get('*');
  const clear: Record<string, unknown> = {};
  let hidden: Record<string, unknown> | undefined;
  for (const name of Object.keys(value)) {
    const field = value[name];
    const branch = names.get(name) ?? each;
    if (branch === undefined) put(clear, name, field);
    else if (branch === 'hidden') put(saysNothing(field) ? clear : (hidden ??= {}), name, field);
    else {
      const parts = part(field, branch);
      put(clear, name, parts.clear);
      if (parts.hidden !== undefined) put((hidden ??= {}), name, parts.hidden);
    }
  }
  return hidden ? { clear, hidden } : { clear: value, hidden: undefined };
}

/** A table may have any name for a key, also that of an object's prototype. */
function put(into: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(into, name, { value, enumerable: true });
  else into[name] = value;
}

/** The whole state again. What stands in the clear after all was written later, by a process that does not seal. */
export function joined(clear: unknown, hidden: unknown): unknown {
  if (hidden === undefined || hidden === null) return clear;
  if (clear === undefined) return hidden;
  if (Array.isArray(clear) && Array.isArray(hidden)) return clear.map((each, nth) => joined(each, hidden[nth]));
  if (!isPlain(clear) || !isPlain(hidden)) return clear;
  const names = new Set([...Object.keys(clear), ...Object.keys(hidden)]);
  return Object.fromEntries([...names].map((name) => [name, joined(ownOf(clear, name), ownOf(hidden, name))]));
}

const ownOf = (value: Plain, name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined);

/** Whether two hidden parts hold the same. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime();
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, nth) => isSame(each, other[nth]));
  if (!isPlain(one) || !isPlain(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
  );
}
