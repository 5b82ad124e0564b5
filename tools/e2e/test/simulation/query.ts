type PlainValue = Readonly<Record<string, unknown>>;

/** The values at a dotted path; in an array, those of all its elements. */
function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((each) => valuesAt(each, path));
  return typeof value === 'object' && value !== null ? valuesAt((value as PlainValue)[name], rest) : [];
}

const same = (a: unknown, b: unknown): boolean =>
  a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : (a ?? null) === (b ?? null);

const isAtMost = (value: unknown, most: unknown): boolean =>
  typeof value === typeof most && value !== null && Number(value) <= Number(most);

const operators: Readonly<Record<string, (values: readonly unknown[], asked: unknown) => boolean>> = {
  $in: (values, asked) => values.some((value) => (asked as unknown[]).includes(value)),
  $lte: (values, asked) => values.some((value) => isAtMost(value, asked)),
  $type: (values, asked) => asked === 'date' && values.some((value) => value instanceof Date),
  $ne: (values, asked) => !values.some((value) => same(value, asked)),
  $size: ([value], asked) => Array.isArray(value) && value.length === asked,
};

/** Whether a document matches a filter. Knows only the operators the platform uses. @throws on any other */
export function matches(document: object, filter: object): boolean {
  return Object.entries(filter).every(([path, asked]) => {
    if (path === '$or') return (asked as PlainValue[]).some((each) => matches(document, each));
    const values = valuesAt(document, path.split('.'));
    const isPlain = Object.getPrototypeOf(asked ?? 0) === Object.prototype;
    if (!isPlain) return values.some((value) => same(value, asked)) || (values.length === 0 && asked === null);
    return Object.entries(asked as PlainValue).every(([name, operand]) => {
      const operator = operators[name];
      if (!operator) throw new Error(`the simulated database does not know ${name}`);
      return operator(values, operand);
    });
  });
}

type UpdateOperators = Readonly<Record<string, PlainValue>>;

const updates: Readonly<Record<string, (before: unknown, given: unknown, isNew: boolean) => unknown>> = {
  $set: (_, given) => given,
  $setOnInsert: (before, given, isNew) => (isNew ? given : before),
  $unset: () => undefined,
  $inc: (before, given) => Number(before ?? 0) + Number(given),
  $push: (before, given) => [...list(before), ...(isEach(given) ? given.$each : [given])],
  $pull: (before, given) => list(before).filter((each) => !matches(each as object, given as object)),
};
const list = (value: unknown): readonly unknown[] => (value ?? []) as unknown[];
const isEach = (given: unknown): given is { readonly $each: readonly unknown[] } =>
  typeof given === 'object' && given !== null && '$each' in given;

/** A copy with the value at a dotted path changed or removed. */
function changedAt(
  document: PlainValue,
  [name = '', ...rest]: readonly string[],
  to: (before: unknown) => unknown,
): PlainValue {
  const before = document[name];
  const value = rest.length === 0 ? to(before) : changedAt((before ?? {}) as PlainValue, rest, to);
  const after = { ...document, [name]: value };
  if (value === undefined) delete after[name];
  return after;
}

/** The document after an update. Knows only the operators the platform uses. @throws on any other */
export function updated<T extends object>(document: T, update: object, isNew: boolean): T {
  let after = document as PlainValue;
  for (const [operator, fields] of Object.entries(update as UpdateOperators))
    for (const [path, given] of Object.entries(fields)) {
      const change = updates[operator];
      if (!change) throw new Error(`the simulated database does not know ${operator}`);
      after = changedAt(after, path.split('.'), (before) => change(before, given, isNew));
    }
  return after as T;
}
