import type { Request, Response } from 'express';
import { limitAddress } from '../limits/address';
import type { Ports } from '../ports';
import type { Identity } from '../token/identity';
import { type Callers, type Who, authorize, inRole } from './authorize';
import { Problem } from './problem';
import { noteCaller } from '../security/watch';
import { requireSameOrigin } from './same-origin';

type CallerPorts = Pick<Ports, 'verify' | 'sessions' | 'site' | 'rates'>;

/** A background request of a page, marked by the page itself: it must not extend the session. */
const isByItself = (req: Request): boolean => req.get('X-Background') !== undefined;

/**
 * The caller of a route: by the token in Authorization or, without one, by the session of this browser.
 * @param lasting the request may last for hours, so it does not extend the session
 * @throws Problem 401 without credentials or with invalid ones, 403 for another role or a forged request, 429 when this
 *   caller, or this address without one, is over its rate limit
 */
export async function callerOf<W extends Who>(
  who: W,
  lasting: boolean,
  req: Request,
  res: Response,
  ports: CallerPorts,
): Promise<Callers[W]> {
  const found = await identify(who, lasting, req, res, ports).catch(async (error: unknown) => {
    // A client that tries out tokens has no identity: its requests count against its address.
    await limitAddress(req, ports.rates.address);
    throw error;
  });
  const person: Identity | undefined = found;
  if (person) await ports.rates.person(`${person.role}:${person.id}`);
  else await limitAddress(req, ports.rates.address);
  return found;
}

async function identify<W extends Who>(
  who: W,
  lasting: boolean,
  req: Request,
  res: Response,
  { verify, sessions, site }: CallerPorts,
): Promise<Callers[W]> {
  if (who === 'anyone') return undefined as Callers[W];
  const seen = (identity: Identity) => noteCaller(res, identity);
  const header = req.get('Authorization');
  if (header !== undefined || !sessions.isCarried(req)) return authorize(who, header, verify, seen);
  requireSameOrigin(req, site.origin);
  const found = await sessions.find(req);
  if (!found) throw new Problem(401, 'session-ended', 'Your session has ended: sign in again.');
  seen(found.identity);
  if (!lasting && !isByItself(req)) await sessions.renew(req, res, found);
  return inRole(who, found.identity);
}
