import type { CookieOptions, Request, Response } from 'express';

/** A cookie that only this site sets and reads, hidden from scripts. */
export interface Cookie {
  read(req: Request): string | undefined;
  /** @param seconds until the browser deletes it; the session ends by its own times */
  write(res: Response, value: string, seconds: number): void;
  clear(res: Response): void;
}

/**
 * Over TLS the name begins with "__Host-": browsers then reject a cookie set by a sibling domain or by a page without
 * TLS.
 * @param path the one place it is sent to; such a cookie may be set by a sibling domain, so its value must be sealed
 */
export function siteCookie(name: string, { protocol }: URL, path = '/'): Cookie {
  const overTls = protocol === 'https:';
  const whole = overTls ? `${path === '/' ? '__Host' : '__Secure'}-${name}` : name;
  // Lax, not Strict: a link in a message and the identity provider's redirect must find the session.
  const options: CookieOptions = { httpOnly: true, secure: overTls, sameSite: 'lax', path };
  return {
    read(req) {
      const found = (req.headers.cookie ?? '').split(/; */).filter((cookie) => cookie.startsWith(`${whole}=`));
      // Two cookies of one name: one was set by somebody else, and nothing tells which.
      return found.length === 1 ? found[0]?.slice(whole.length + 1) : undefined;
    },
    write: (res, value, seconds) => void res.cookie(whole, value, { ...options, maxAge: seconds * 1000 }),
    clear: (res) => void res.clearCookie(whole, options),
  };
}
