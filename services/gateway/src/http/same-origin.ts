import type { Request } from 'express';
import { Problem } from './problem';

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD';

/**
 * Protects against cross-site request forgery: a change authorised by a cookie must come from a page of this site.
 * Browsers set Sec-Fetch-Site and Origin themselves, and no page can forge them.
 * @throws Problem 403 for another origin, or when both headers are missing
 */
export function requireSameOrigin({ method, headers }: Request, origin: URL): void {
  if (isSafe(method)) return;
  const { 'sec-fetch-site': site, origin: from } = headers;
  // Old browsers do not send Sec-Fetch-Site, and no browser does without TLS.
  if (site === undefined ? from === origin.origin : site === 'same-origin') return;
  throw new Problem(403, 'other-site', 'This does not come from a page of this site: nothing was done.');
}
