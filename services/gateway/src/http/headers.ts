import type { RequestHandler } from 'express';

/**
 * Headers of every response: no framing, no sniffing, no referrer to other sites; by default a response is data, not a page.
 * @param origin of the site; with https, browsers are told to keep using TLS
 */
export function securityHeaders({ protocol }: URL): RequestHandler {
  const headers = {
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    // Not "no-referrer": browsers would then send forms with "Origin: null", which cannot be checked.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    ...(protocol === 'https:' ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  };
  return (_req, res, next) => {
    res.set(headers);
    next();
  };
}
