import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Problem } from '../http/problem';
import { requireSameOrigin } from '../http/same-origin';
import { sendRolePage } from '../pages/role-page';
import { siteCookie } from '../session/cookies';
import type { Seal } from '../session/seal';
import { type SessionClaims, claimsShape } from '../session/session';
import type { Sessions, SignedIn } from '../session/sessions';
import { returnPath } from './return-path';

const purpose = 'role-choice';
const secondsToChoose = 600;
const offered = z.object({
  claims: claimsShape,
  returnTo: z.string(),
  from: z.object({ id: z.string(), startedAt: z.number() }),
});

interface ChoicePorts {
  readonly origin: URL;
  readonly seal: Seal;
  readonly sessions: Sessions;
  /** Starts the session of whoever has chosen. */
  begun(req: Request, res: Response, claims: SessionClaims, from: SignedIn): Promise<void>;
}

interface Choice {
  readonly claims: SessionClaims;
  readonly returnTo: string;
  readonly from: SignedIn;
  /** The role of the session that is there already. */
  readonly now?: string;
}

export interface RoleChoice {
  /** Asks somebody who has just signed in, and has no session yet. */
  offer(res: Response, claims: SessionClaims, returnTo: string): Promise<void>;
  show(req: Request, res: Response): Promise<void>;
  choose(req: Request, res: Response): Promise<void>;
}

/** The desk is for those who work there, and the residents' pages are no place for them to start. */
function placeFor(role: string, returnTo: string): string {
  const isDesk = /^\/desk(\/|$)/.test(returnTo);
  if (role === 'officer' || role === 'supervisor') return isDesk || returnTo === '/me/sessions' ? returnTo : '/desk/';
  if (role === 'operator') return '/desk/operations';
  return isDesk ? '/' : returnTo;
}

/**
 * One person with several roles acts in one at a time, and chooses which: at sign-in, and later in place of the one before. A
 * switch is a new session, so that a cookie of the other role is worth nothing afterwards; it lasts no longer than the first.
 */
export function roleChoice({ origin, seal, sessions, begun }: ChoicePorts): RoleChoice {
  const cookie = siteCookie('lianban-role', origin);

  const choiceOf = async (req: Request): Promise<Choice> => {
    const text = cookie.read(req);
    const pending = offered.safeParse(text === undefined ? undefined : await seal.open(purpose, text));
    if (pending.success) return pending.data;
    const session = (await sessions.find(req))?.session;
    if (!session) throw new Problem(401, 'session-missing', 'Nobody is signed in here.');
    const returnTo = returnPath(req.query['return'], origin);
    const { claims, startedAt } = session;
    return { claims, returnTo, from: { startedAt }, now: claims.role };
  };

  return {
    async offer(res, claims, returnTo) {
      // Named here, so that a copy of this cookie is worth nothing once the session has been ended.
      const from = { id: randomUUID(), startedAt: Math.floor(Date.now() / 1000) };
      cookie.write(res, await seal.close(purpose, { claims, returnTo, from }, secondsToChoose), secondsToChoose);
      res.redirect(303, '/auth/role');
    },
    async show(req, res) {
      const { claims, returnTo, now } = await choiceOf(req);
      sendRolePage(res, claims.roles ?? [claims.role], now, returnTo);
    },
    async choose(req, res) {
      requireSameOrigin(req, origin);
      const { claims, returnTo, from } = await choiceOf(req);
      const role = String(req.params['role']);
      if (!(claims.roles ?? [claims.role]).includes(role))
        throw new Problem(403, 'no-role', 'Your account does not give you this role.');
      cookie.clear(res);
      await begun(req, res, { ...claims, role }, from);
      res.redirect(303, placeFor(role, returnTo));
    },
  };
}
