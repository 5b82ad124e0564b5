import { identityOf } from '../token/claims';
import type { SessionClaims } from '../session/session';
import type { AskedProof } from './identity-provider';
import { type SignInDemands, isStrong } from './strength';

/** Clocks of the issuer and of this machine differ by so much at most, in seconds. */
const skew = 30;

const isForDesk = (returnTo: string): boolean => /^\/desk(\/|$)/.test(returnTo);

/** What to ask the issuer for: nobody is known yet, so the page somebody wants says whether they are an officer. */
export function proofToAsk(demands: SignInDemands, returnTo: string, freshAt: number | undefined): AskedProof {
  if (freshAt !== undefined) return { acr: demands.acr, maxAge: 0 };
  return isForDesk(returnTo) ? demands : { acr: [], maxAge: undefined };
}

/**
 * Whether the claims are what was asked for. Here, so that nobody is sent round between a page that refuses them and an issuer
 * that does not do what it is asked; sessions are looked at again with each request.
 */
export function isAsAsked(
  claims: SessionClaims,
  demands: SignInDemands,
  returnTo: string,
  freshAt: number | undefined,
): boolean {
  const { auth_time: signedInAt } = claims;
  if (freshAt !== undefined && (signedInAt === undefined || signedInAt < freshAt - skew)) return false;
  if (freshAt === undefined && !isForDesk(returnTo)) return true;
  const roles = isForDesk(returnTo) ? [claims.role] : (claims.roles ?? [claims.role]);
  return roles.some((role) => {
    const identity = identityOf({ ...claims, role, exp: 0 });
    return identity !== undefined && isStrong(identity, demands, Math.floor(Date.now() / 1000));
  });
}
