import { ApiProblem, problemOf, unreachable } from './problem';

export interface Send {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  /** The version of the case that was seen. */
  readonly version?: number;
  /** The same on every retry of one thing. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/** Where to sign in, and to come back to what was open. */
export const signInAddress = (place: string): string => `/auth/sign-in?return=${encodeURIComponent(place)}`;

/**
 * One call of the platform's REST API, as the officer whose session cookie the browser holds. Without a session the browser
 * goes to sign in; the promise is then never settled, because the page is on its way out.
 * @throws ApiProblem for every other "no"
 */
export async function call<T>(path: string, { method = 'GET', body, version, key, signal }: Send = {}): Promise<T> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(version ? { 'If-Match': `"${version}"` } : {}),
      ...(key ? { 'Idempotency-Key': key } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    throw error instanceof DOMException ? error : unreachable();
  });
  if (response.status === 401) {
    window.location.assign(signInAddress(window.location.pathname + window.location.search));
    return new Promise<T>(() => undefined);
  }
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

export const isProblem = (error: unknown): error is ApiProblem => error instanceof ApiProblem;
