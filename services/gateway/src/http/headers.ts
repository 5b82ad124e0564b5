import type { RequestHandler } from 'express';

/**
 * What every answer carries: it is not to be framed, sniffed or sent along, and by itself it is data, no page.
 * @param origin of the site; behind TLS browsers are told to stay there
 */
export function securityHeaders({ protocol }: URL): RequestHandler {
  const headers = {
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    // Not "no-referrer": browsers would then send forms with "Origin: null", which nothing can be told from.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    ...(protocol === 'https:' ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  };
  return (_req, res, next) => {
    res.set(headers);
    next();
  };
}
