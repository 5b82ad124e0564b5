import { z } from 'zod';
import { named } from './components';
import { isWithin, wellFormed } from './words';

const deepest = 8;
const longest = 10_000;
const mostIssues = 20;
/**
 * Limits of the whole value: bytes as JSON, and number of values. It travels in one message and is stored with earlier input, so
 * what the services could not carry is refused here, with an explanation.
 */
const largest = 150_000;
const mostValues = 5_000;

/** The same rules for readers of the OpenAPI document, level by level; of the limits of the whole, JSON Schema has no word. */
const keys = { pattern: '^[^$.\\u0000][^.\\u0000]*$', not: { const: '__proto__' } };
const scalars = [
  { type: 'string', maxLength: longest, pattern: wellFormed },
  { type: 'number' },
  { type: 'boolean' },
  { type: 'null' },
];
const freeValue = (levels: number) => ({ $ref: `#/components/schemas/FreeValue${levels}` });
const objectOf = (levels: number) => ({
  type: 'object' as const,
  propertyNames: keys,
  additionalProperties: freeValue(levels - 1),
});
for (let levels = 0; levels < deepest; levels += 1)
  named(
    `FreeValue${levels}`,
    z.unknown().meta({
      anyOf: levels === 0 ? scalars : [...scalars, { type: 'array', items: freeValue(levels - 1) }, objectOf(levels)],
    }),
  );

/** A fault in a free-form value and its path. */
interface FreeFormFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * An object whose fields only the catalogue defines: answers, findings. It is stored and passed on, so it may not contain names
 * that a database or an object prototype would interpret (ASVS 5.0, 1.2.4).
 */
export const freeForm = (description: string) =>
  z
    .custom<Record<string, unknown>>()
    .superRefine((value, context) => {
      for (const { path, message } of faults(value)) context.addIssue({ code: 'custom', path: [...path], message });
    })
    .meta({
      ...objectOf(deepest),
      description:
        `${description} At most ${largest / 1000} kB as a whole and ${mostValues} values, ${deepest} levels deep, ` +
        `texts up to ${longest} characters; no key is empty, ` +
        'starts with "$", contains "." or is "__proto__".',
    });

/** The number of faults reported; more would only lengthen the answer. */
function faults(value: unknown): readonly FreeFormFault[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ path: [], message: 'must be an object' }];
  const found: FreeFormFault[] = [];
  const count = look(value, [], found);
  const tooMuch = found.length === 0 && (count > mostValues || Buffer.byteLength(JSON.stringify(value)) > largest);
  return tooMuch ? [{ path: [], message: tooLarge }] : found;
}

const tooLarge = `must not be larger than ${largest / 1000} kB or hold more than ${mostValues} values: shorten the texts`;

/**
 * @param path the path of the value: modified during the check, restored afterwards
 * @returns the number of values
 */
function look(value: unknown, path: (string | number)[], found: FreeFormFault[]): number {
  const message = faultOfValue(value, path.length);
  if (message) found.push({ path: [...path], message });
  if (message || typeof value !== 'object' || value === null) return 1;
  let count = 1;
  for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    if (found.length >= mostIssues) return count;
    path.push(key);
    const wrong = typeof key === 'string' ? faultOfKey(key) : undefined;
    if (wrong) found.push({ path: [...path], message: wrong });
    else count += look(item, path, found);
    path.pop();
  }
  return count;
}

function faultOfValue(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string')
    return isWithin(value, longest) ? undefined : `must not be longer than ${longest} characters`;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'must be a finite number';
  return typeof value === 'object' && value !== null && depth >= deepest
    ? `must not be nested deeper than ${deepest} levels`
    : undefined;
}

function faultOfKey(key: string): string | undefined {
  if (key === '') return 'is an empty key';
  if (key.startsWith('$')) return 'is a key that starts with "$"';
  if (key.includes('.')) return 'is a key that contains "."';
  if (key === '__proto__') return 'is a key that is not allowed';
  if (key.includes('\0')) return 'is a key that contains a NUL character';
  return undefined;
}
