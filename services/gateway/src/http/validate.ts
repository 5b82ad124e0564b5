import type { z } from 'zod';
import type { ProblemField } from '../schemas/problem';
import { illFormedIn } from './ill-formed';
import { Problem } from './problem';

const mostFaults = 50;
const notText = 'holds half of a character, or U+0000: leave it out';

type Issue = z.core.$ZodIssue;
type LocateFault = (path: readonly PropertyKey[], detail: string) => ProblemField;

/** A JSON pointer (RFC 6901). */
const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const inBody: LocateFault = (path, detail) => ({ pointer: pointerTo(path), detail });
const inQuery: LocateFault = ([name], detail) => ({ parameter: String(name ?? ''), detail });

/** zod reports unknown fields as one issue of their object; each becomes a problem with its own pointer. */
const faultsOf = (issue: Issue, place: LocateFault): ProblemField[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => place([...issue.path, key], 'is not a known field'))
    : [place(issue.path, issue.message)];

function parse<T>(
  schema: z.ZodType<T>,
  value: unknown,
  place: LocateFault,
  problem: (errors: ProblemField[]) => Problem,
): T {
  const illFormed = illFormedIn(value);
  if (illFormed.length > 0) throw problem(illFormed.map((path) => place(path, notText)));
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw problem(parsed.error.issues.flatMap((issue) => faultsOf(issue, place)).slice(0, mostFaults));
}

/** @throws Problem 422 with a pointer for every wrong field. */
export const parseBody = <T>(schema: z.ZodType<T>, body: unknown): T =>
  parse(
    schema,
    body,
    inBody,
    (errors) => new Problem(422, 'invalid-body', 'The body does not fit: see errors for each field.', { errors }),
  );

/** @throws Problem 400 naming every wrong query parameter. */
export const parseQuery = <T>(schema: z.ZodType<T>, query: unknown): T =>
  parse(
    schema,
    query,
    inQuery,
    (errors) => new Problem(400, 'invalid-query', 'The query does not fit: see errors for each parameter.', { errors }),
  );
