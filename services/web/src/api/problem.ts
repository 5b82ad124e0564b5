import type { Problem } from '@lianban/rest-client';

type ProblemParts = Pick<Problem, 'status' | 'slug' | 'detail' | 'errors'>;

/** The API refused: `slug` is the stable word to branch on, `errors` say what is wrong and where. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly slug: string;
  readonly errors: NonNullable<Problem['errors']>;

  constructor({ status, slug, detail, errors = [] }: ProblemParts) {
    super(detail);
    this.status = status;
    this.slug = slug;
    this.errors = errors;
  }
}

/** The API did not answer, or reported that a service behind it is down: the outcome is unknown. */
export class ApiDown extends Error {
  /** The stable word, when the API told one. */
  slug?: string;
}

/** Maps an error answer to an exception. A proxy may have sent it, without problem+json. */
export async function failureOf(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => undefined);
  const told = isProblem(body) ? body : undefined;
  if (response.status >= 500) {
    const down = new ApiDown(`${response.status} ${told?.slug ?? ''}`.trim());
    return told ? Object.assign(down, { slug: told.slug }) : down;
  }
  return new ApiRefusal(told ?? { status: response.status, slug: 'unknown', detail: response.statusText });
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'slug' in body && 'status' in body && 'detail' in body;
