/** A request that need not follow the API's schema. */
export interface Raw {
  readonly path: string;
  readonly token?: string | undefined;
  readonly method?: string;
  /** Sent as JSON; a string is sent unchanged. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A problem of RFC 9457; only the fields tests read. */
export interface ShownProblem {
  readonly status: number;
  readonly slug: string;
  readonly errors?: readonly { readonly pointer?: string; readonly header?: string; readonly detail: string }[];
}

export function sendRaw(
  url: string,
  { path, token, method = 'POST', body = {}, headers = {} }: Raw,
): Promise<Response> {
  return fetch(url + path, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

/** The problem in the answer, and the fields, headers or parameters it names. */
export async function problemOf(response: Response) {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json'))
    throw new Error(`${response.status} with ${type}: ${(await response.text()).slice(0, 200)}`);
  const { status, slug, errors = [] } = (await response.json()) as ShownProblem;
  return { status, slug, names: errors.map(({ pointer, header }) => pointer ?? header) };
}
