type Plain = Readonly<Record<string, unknown>>;

/** The values at a dotted path; through an array, those of all its members. */
function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((each) => valuesAt(each, path));
  return typeof value === 'object' && value !== null ? valuesAt((value as Plain)[name], rest) : [];
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

/** Whether a document meets a filter: the part of MongoDB's language that the platform writes. @throws on any other */
export function matches(document: object, filter: object): boolean {
  return Object.entries(filter).every(([path, asked]) => {
    if (path === '$or') return (asked as Plain[]).some((each) => matches(document, each));
    const values = valuesAt(document, path.split('.'));
    const isPlain = Object.getPrototypeOf(asked ?? 0) === Object.prototype;
    if (!isPlain) return values.some((value) => same(value, asked)) || (values.length === 0 && asked === null);
    return Object.entries(asked as Plain).every(([name, operand]) => {
      const operator = operators[name];
      if (!operator) throw new Error(`the simulated database does not know ${name}`);
      return operator(values, operand);
    });
  });
}

type Update = Readonly<Record<string, Plain>>;

/** The document after an update of one. @throws on an operator the platform did not use when this was written */
export function updated<T extends object>(document: T, update: object, isNew: boolean): T {
  const after: Record<string, unknown> = { ...(document as Plain) };
  for (const [operator, fields] of Object.entries(update as Update))
    for (const [name, value] of Object.entries(fields)) {
      const before = (after[name] ?? []) as unknown[];
      if (operator === '$set') after[name] = value;
      else if (operator === '$setOnInsert') after[name] = isNew ? value : after[name];
      else if (operator === '$unset') delete after[name];
      else if (operator === '$inc') after[name] = Number(after[name] ?? 0) + Number(value);
      else if (operator === '$push') after[name] = [...before, value];
      else if (operator === '$pull') after[name] = before.filter((each) => !matches(each as object, value as object));
      else throw new Error(`the simulated database does not know ${operator}`);
    }
  return after as T;
}
