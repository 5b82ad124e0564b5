import type { Request } from 'express';
import { Problem } from './problem';

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD';

/**
 * Against forged requests: what changes something on the word of a cookie has to come from a page of this site.
 * Browsers say where a request comes from, and no page can make them say otherwise.
 * @throws Problem 403 when it comes from elsewhere, or when nothing tells where from
 */
export function requireSameOrigin({ method, headers }: Request, origin: URL): void {
  if (isSafe(method)) return;
  const { 'sec-fetch-site': site, origin: from } = headers;
  // Old browsers, and all of them without TLS, leave the first away.
  if (site === undefined ? from === origin.origin : site === 'same-origin') return;
  throw new Problem(403, 'other-site', 'This does not come from a page of this site: nothing was done.');
}
