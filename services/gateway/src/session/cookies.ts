import type { CookieOptions, Request, Response } from 'express';

/** A cookie that only this site sets and reads, and that no script sees. */
export interface Cookie {
  read(req: Request): string | undefined;
  /** @param seconds until the browser forgets it; it is not what ends a session */
  write(res: Response, value: string, seconds: number): void;
  clear(res: Response): void;
}

/**
 * Over TLS its name begins with "__Host-": browsers then refuse one that a sibling of the domain, or a page without TLS,
 * tries to put in its place.
 */
export function siteCookie(name: string, { protocol }: URL): Cookie {
  const overTls = protocol === 'https:';
  const whole = overTls ? `__Host-${name}` : name;
  // Lax and not Strict: people come from a message or from the identity provider, and are signed in all the same.
  const options: CookieOptions = { httpOnly: true, secure: overTls, sameSite: 'lax', path: '/' };
  return {
    read(req) {
      const found = (req.headers.cookie ?? '').split(/; */).filter((cookie) => cookie.startsWith(`${whole}=`));
      // Two of a name: one of them is not from here, and nothing tells which.
      return found.length === 1 ? found[0]?.slice(whole.length + 1) : undefined;
    },
    write: (res, value, seconds) => void res.cookie(whole, value, { ...options, maxAge: seconds * 1000 }),
    clear: (res) => void res.clearCookie(whole, options),
  };
}
