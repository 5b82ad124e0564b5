import type { RequestHandler } from 'express';

/** Where somebody who found a weakness writes to, as an address of the web or of mail, and how long that holds. */
export interface SecurityContact {
  readonly contact: string;
  readonly until: Date;
}

/**
 * Serves `/.well-known/security.txt` (RFC 9116). Once the contact is out of date, or without one, there is no such file: whoever writes
 * to an address nobody reads believes that the city knows.
 */
export function securityTxt(known: SecurityContact | undefined, now: () => Date = () => new Date()): RequestHandler {
  return (req, res, next) => {
    if (req.path !== '/.well-known/security.txt' || !['GET', 'HEAD'].includes(req.method)) return next();
    if (!known || known.until <= now()) return next();
    const lines = [`Contact: ${known.contact}`, `Expires: ${known.until.toISOString()}`, 'Preferred-Languages: zh, en'];
    res
      .set({ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' })
      .end(`${lines.join('\n')}\n`);
  };
}
