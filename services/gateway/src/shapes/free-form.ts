import { z } from 'zod';

const deepest = 8;
const longest = 10_000;
const mostIssues = 20;

/** A fault in a free-form value and the way to it. */
interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * An object whose fields only the catalogue's form knows: answers, findings. What it holds is stored and travels on, so
 * it may not carry what a database or an object prototype would take for an instruction (ASVS 5.0, 1.2.4).
 */
export const freeForm = (description: string) =>
  z
    .custom<Record<string, unknown>>()
    .superRefine((value, context) => {
      let told = 0;
      for (const { path, message } of faults(value)) {
        context.addIssue({ code: 'custom', path: [...path], message });
        if (++told === mostIssues) return;
      }
    })
    .meta({
      type: 'object',
      additionalProperties: true,
      description:
        `${description} At most ${deepest} levels deep, texts up to ${longest} characters; no key is empty, ` +
        'starts with "$", contains "." or is "__proto__".',
    });

function* faults(value: unknown): Generator<Fault> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    yield { path: [], message: 'must be an object' };
  else yield* inside(value, []);
}

function* inside(value: unknown, path: readonly (string | number)[]): Generator<Fault> {
  if (typeof value === 'string' && value.length > longest)
    yield { path, message: `must not be longer than ${longest} characters` };
  if (typeof value === 'number' && !Number.isFinite(value)) yield { path, message: 'must be a finite number' };
  if (typeof value !== 'object' || value === null) return;
  if (path.length >= deepest) return yield { path, message: `must not be nested deeper than ${deepest} levels` };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* inside(item, [...path, index]);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    const wrong = faultOfKey(key);
    if (wrong) yield { path: [...path, key], message: wrong };
    else yield* inside(item, [...path, key]);
  }
}

function faultOfKey(key: string): string | undefined {
  if (key === '') return 'is an empty key';
  if (key.startsWith('$')) return 'is a key that starts with "$"';
  if (key.includes('.')) return 'is a key that contains "."';
  if (key === '__proto__') return 'is a key that is not allowed';
  if (key.includes('\0')) return 'is a key that contains a NUL character';
  return undefined;
}
