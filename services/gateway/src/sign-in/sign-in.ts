import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { Problem } from '../http/problem';
import { shortWait } from '../http/refusals';
import { requireSameOrigin } from '../http/same-origin';
import { limitAddress } from '../limits/address';
import type { Rates } from '../limits/rates';
import { noteCaller } from '../security/watch';
import { siteCookie } from '../session/cookies';
import type { Seal } from '../session/seal';
import type { Sessions, SignedIn } from '../session/sessions';
import type { SessionClaims } from '../session/session';
import type { Log } from '@lianban/telemetry';
import type { JWTPayload } from 'jose';
import { type IdentityProvider, ProviderDown, SignInRefused } from './identity-provider';
import { returnPath } from './return-path';
import { roleChoice } from './role-choice';
import { isAsAsked, proofToAsk } from './asked-proof';
import type { Strength } from './strength';

const purpose = 'sign-in';
/** The time limit for a sign-in: enough for a password or a code by SMS. */
const secondsToSignIn = 600;

const proofPurpose = 'sign-out';
const proofShape = z.object({ idToken: z.string() });
/** In seconds: no session lasts longer. */
const longestSession = 24 * 60 * 60;

const underWayShape = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  /** A fresh sign-in was asked for at this moment: seconds since 1970. */
  freshAt: z.number().optional(),
});

export interface SignInParts {
  readonly provider: IdentityProvider;
  readonly claimsFor: (said: JWTPayload) => SessionClaims | undefined;
  readonly seal: Seal;
}

type SignInPorts = {
  readonly site: { readonly origin: URL };
  readonly signIn: SignInParts;
  readonly sessions: Sessions;
  readonly strength: Strength;
  readonly rates: Rates;
  readonly log: Log;
};

const refused = (): Problem => new Problem(400, 'sign-in-failed', 'This sign-in was not completed: sign in again.');

function problemOf(error: unknown): unknown {
  if (error instanceof ProviderDown)
    return new Problem(503, 'sign-in-unavailable', 'The identity provider does not answer: try again in a moment.', {
      headers: shortWait,
    });
  return error instanceof SignInRefused ? refused() : error;
}

/** `/auth/*`: signing in and out. The browser gets a sealed cookie, never a token. */
export function signIn({
  site: { origin },
  signIn: { provider, claimsFor, seal },
  sessions,
  strength: { demands },
  rates,
  log,
}: SignInPorts): Router {
  const underWay = siteCookie('lianban-sign-in', origin);
  const proof = siteCookie('lianban-id', origin, '/auth/sign-out');
  const callback = new URL('/auth/callback', origin);

  const begun = async (req: Request, res: Response, claims: SessionClaims, from?: SignedIn) => {
    await sessions.begin(req, res, claims, from);
    noteCaller(res, { role: claims.role, id: claims.sub });
    log.info({ role: claims.role }, 'signed in');
  };
  const choices = roleChoice({ origin, seal, sessions, begun });

  const begin = async (req: Request, res: Response) => {
    const returnTo = returnPath(req.query['return'], origin);
    const language = /(?:^|; )lang=(zh-CN|en)(?:;|$)/.exec(req.headers.cookie ?? '')?.[1];
    const freshAt = req.query['fresh'] === '1' ? Math.floor(Date.now() / 1000) : undefined;
    const { address, checks } = await provider.begin(callback, language, proofToAsk(demands, returnTo, freshAt));
    const sealed = await seal.close(purpose, { ...checks, returnTo, freshAt }, secondsToSignIn);
    underWay.write(res, sealed, secondsToSignIn);
    res.redirect(303, address.href);
  };

  const finish = async (req: Request, res: Response) => {
    const text = underWay.read(req);
    const parsed = underWayShape.safeParse(text === undefined ? undefined : await seal.open(purpose, text));
    // Valid for one callback, whatever its outcome.
    underWay.clear(res);
    if (!parsed.success) throw refused();
    const { returnTo, freshAt, ...checks } = parsed.data;
    // The redirect URI registered with the issuer, not one built from the request's Host header.
    const address = new URL(req.originalUrl.replace(/^[^?]*/, callback.pathname), origin);
    const { claims: told, idToken } = await provider.finish(address, checks);
    const said = claimsFor(told);
    if (!said) throw new Problem(403, 'no-role', 'This account is of nobody who has something to do here.');
    const before = freshAt === undefined ? undefined : (await sessions.find(req))?.session.claims;
    // Whoever proves anew who they are goes on in the role they acted in.
    const goesOn = before?.sub === said.sub && said.roles?.includes(before.role) === true;
    const claims = goesOn ? { ...said, role: before.role } : said;
    if (!isAsAsked(goesOn ? { ...claims, roles: undefined } : claims, demands, returnTo, freshAt))
      throw new Problem(403, 'sign-in-too-weak', 'This sign-in is not of the kind that is demanded here.');
    proof.write(res, await seal.close(proofPurpose, { idToken }, longestSession), longestSession);
    if (claims.roles && !goesOn) return choices.offer(res, claims, returnTo);
    await begun(req, res, claims);
    res.redirect(303, returnTo);
  };

  const leave = async (req: Request, res: Response) => {
    requireSameOrigin(req, origin);
    const leaving = await sessions.find(req);
    if (leaving) noteCaller(res, leaving.identity);
    await sessions.end(req, res);
    const sealed = proof.read(req);
    const kept = proofShape.safeParse(sealed === undefined ? undefined : await seal.open(proofPurpose, sealed));
    proof.clear(res);
    res.set('Clear-Site-Data', '"cache", "storage"');
    res.redirect(303, (await provider.leave(new URL('/', origin), kept.data?.idToken))?.href ?? '/');
  };

  const who = async (req: Request, res: Response) => {
    const found = await sessions.find(req);
    if (!found) throw new Problem(401, 'session-missing', 'Nobody is signed in here.');
    const { expiresAt, ...identity } = found.identity;
    const roles = found.session.claims.roles;
    res.json({ ...identity, roles, session: undefined, expiresAt, endsAt: found.endsAt });
  };

  const router = express.Router({ caseSensitive: true, strict: true });
  router.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  const told = (handle: (req: Request, res: Response) => Promise<void>) => async (req: Request, res: Response) => {
    await limitAddress(req, rates.signIn);
    try {
      await handle(req, res);
    } catch (error) {
      if (error instanceof ProviderDown || error instanceof SignInRefused)
        log.warn({ reason: error.message, cause: (error.cause as { code?: string } | undefined)?.code }, 'sign-in');
      throw problemOf(error);
    }
  };
  router.get('/auth/sign-in', told(begin));
  router.get('/auth/callback', told(finish));
  router.post('/auth/sign-out', told(leave));
  router.get('/auth/session', told(who));
  router.get('/auth/role', told(choices.show));
  router.post('/auth/role/:role', told(choices.choose));
  return router;
}
