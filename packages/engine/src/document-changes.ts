type Plain = Readonly<Record<string, unknown>>;

/** What MongoDB is told to change in a document: values by dotted path. */
export interface Update {
  $set: Record<string, unknown>;
  $unset?: Record<string, ''>;
  $push?: Record<string, { $each: unknown[] }>;
}

function isPlain(value: unknown): value is Plain {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

// Such a name would be read as a path or an operator: whatever holds one is written as a whole.
const isNameable = (name: string): boolean => name !== '' && !name.startsWith('$') && !name.includes('.');

/**
 * Adds to `update` what makes `before`, as it is stored at `path`, into `after`. What both share, by reference, is not looked
 * at: rules never change a state they are given, so most of a long case is shared. A part of which more than half has changed is
 * written as a whole; a list that only grew is added to.
 */
export function addChanges(update: Update, path: string, before: unknown, after: unknown): void {
  if (before === after) return;
  if (isPlain(before) && isPlain(after)) return addParts(update, path, before, after);
  if (Array.isArray(before) && Array.isArray(after) && hasGrown(before, after))
    (update.$push ??= {})[path] = { $each: after.slice(before.length) };
  else update.$set[path] = after;
}

function addParts(update: Update, path: string, before: Plain, after: Plain): void {
  const gone: string[] = [];
  const changed: string[] = [];
  let kept = 0;
  for (const name of Object.keys(after)) {
    if (after[name] === undefined) continue;
    kept++;
    if (before[name] !== after[name]) changed.push(name);
  }
  for (const name of Object.keys(before)) if (before[name] !== undefined && after[name] === undefined) gone.push(name);
  if (2 * (changed.length + gone.length) > kept || !changed.every(isNameable) || !gone.every(isNameable)) {
    update.$set[path] = after;
    return;
  }
  for (const name of gone) (update.$unset ??= {})[`${path}.${name}`] = '';
  for (const name of changed)
    if (before[name] === undefined) update.$set[`${path}.${name}`] = after[name];
    else addChanges(update, `${path}.${name}`, before[name], after[name]);
}

const hasGrown = (before: readonly unknown[], after: readonly unknown[]): boolean =>
  before.length > 0 && before.length < after.length && before.every((each, i) => each === after[i]);
