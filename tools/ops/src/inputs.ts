import { z } from 'zod';
import { momentOf } from './moment';
import { Problem } from './problem';

export const name = z.string().regex(/^[\w-]{1,100}$/, 'may hold letters, digits, "_" and "-" only');

export const decision = z.object({
  reason: z.string().trim().min(3, 'says why in some words').max(500),
  operator: name,
});

const moment = z.string().transform((text, { addIssue }) => {
  const found = momentOf(text, new Date());
  if (!found) addIssue('is written 2026-03-02T09:00:00+08:00, or 2h for two hours ago (s, m, h, d)');
  return found;
});

export const replayed = z
  .object({ key: name.optional(), from: moment.optional() })
  .refine(({ key, from }) => key !== undefined || from !== undefined, 'needs --key or --from');

export const span = z
  .object({ from: moment.optional(), to: moment.optional() })
  .refine(({ from, to }) => !from || !to || from < to, '--from is not before --to');

export const hours = z.coerce.number().min(0).max(100_000);

/** Parses ["level=2", "kind=course"] to { level: 2, kind: "course" }: JSON values where possible, else text. */
export const factsOf = z.array(z.string().regex(/^[a-z]\w*=./i, 'is written name=value')).transform((said) =>
  Object.fromEntries(
    said.map((each) => {
      const [name = '', ...value] = each.split('=');
      return [name, asJson(value.join('='))];
    }),
  ),
);

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** @throws Problem listing every wrong value */
export function checked<T>(shape: z.ZodType<T>, value: unknown, what: string): T {
  const { data, error } = shape.safeParse(value);
  if (!error) return data as T;
  const wrong = error.issues.map(({ path, message }) => `${[what, ...path].filter(Boolean).join(' ')}: ${message}`);
  throw new Problem('bad-usage', wrong.join('\n'));
}
