import type { Response } from 'express';
import type { ProblemField, ProblemView } from '../schemas/problem';

export interface ProblemMore {
  readonly errors?: readonly ProblemField[] | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error answer of the gateway. Thrown inside the gateway only, and sent as RFC 9457 problem+json. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly detail: string,
    readonly more: ProblemMore = {},
  ) {
    super(slug);
  }
}

const titleOf = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');

export const problemView = ({ status, slug, detail, more }: Problem): ProblemView => ({
  type: `urn:lianban:problem:${slug}`,
  title: titleOf(slug),
  status,
  detail,
  slug,
  ...(more.errors?.length ? { errors: [...more.errors] } : {}),
});

export function sendProblem(res: Response, problem: Problem): void {
  res
    .status(problem.status)
    .set(problem.more.headers ?? {})
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problemView(problem)));
}
