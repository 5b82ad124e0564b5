import type { Problem } from '@lianban/rest-client';

/** A problem of the platform (RFC 9457), or of the connection: then the slug is "unreachable". */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly detail: string,
    readonly pointer: string | undefined,
  ) {
    super(detail);
  }
}

export const unreachable = () => new ApiProblem(0, 'unreachable', 'The platform does not answer.', undefined);

/** The problem in an error answer, whatever its body is. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const { slug = `http-${response.status}`, detail = response.statusText, errors } = body;
  return new ApiProblem(response.status, slug, detail, errors?.find(({ pointer }) => pointer)?.pointer);
}
