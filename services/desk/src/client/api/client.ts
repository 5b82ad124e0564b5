import { createCall } from '@lianban/rest-client';
import { ApiProblem, problemOf, unreachable } from './problem';

/** The sign-in URL that returns to the current page. */
export const signInAddress = (place: string): string => `/auth/sign-in?return=${encodeURIComponent(place)}`;

/**
 * Calls the REST API with the officer's session cookie. Without a session the browser goes to sign in; the promise is then
 * never settled, because the page is unloading.
 * @throws ApiProblem for every other error
 */
export const call = createCall(async ({ method, address, header, body, signal }) => {
  const response = await fetch(address, {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...header,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    throw error instanceof DOMException ? error : unreachable();
  });
  if (response.status === 401) {
    const { slug } = await problemOf(response);
    const address = signInAddress(window.location.pathname + window.location.search);
    window.location.assign(slug === 'step-up-needed' ? `${address}&fresh=1` : address);
    return new Promise(() => undefined);
  }
  if (!response.ok) throw await problemOf(response);
  return response.json();
});

export const isProblem = (error: unknown): error is ApiProblem => error instanceof ApiProblem;
