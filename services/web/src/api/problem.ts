import { z } from 'zod';

const problem = z.object({
  status: z.number(),
  slug: z.string(),
  detail: z.string(),
  errors: z
    .array(z.object({ pointer: z.string().optional(), detail: z.string() }))
    .optional()
    .default([]),
});

/** The API said no: `slug` is the stable word to branch on, `errors` say what is wrong and where. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly slug: string;
  readonly errors: readonly { readonly pointer?: string | undefined; readonly detail: string }[];

  constructor({ status, slug, detail, errors }: z.output<typeof problem>) {
    super(detail);
    this.status = status;
    this.slug = slug;
    this.errors = errors;
  }
}

/** The API did not answer, or said that something behind it is down: nothing is known about what was asked for. */
export class ApiDown extends Error {}

/** What an answer that is no success means. */
export async function failureOf(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => undefined);
  const told = problem.safeParse(body);
  if (response.status >= 500) return new ApiDown(`${response.status} ${told.data?.slug ?? ''}`.trim());
  return told.success
    ? new ApiRefusal(told.data)
    : new ApiRefusal({ status: response.status, slug: 'unknown', detail: response.statusText, errors: [] });
}
