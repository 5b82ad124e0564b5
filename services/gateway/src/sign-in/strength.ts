import { challenge } from '../http/authorize';
import { Problem } from '../http/problem';
import type { Proof, Role } from '../token/identity';

/** What is demanded of a sign-in, beyond that it happened. */
export interface SignInDemands {
  /** Means of which officers, supervisors and operators must have used one; any, when empty. */
  readonly acr: readonly string[];
  /** Their sign-in may be so old, in seconds. */
  readonly maxAge: number | undefined;
  /** Anybody's sign-in may be so old for an act that is demanded a fresh one, in seconds. */
  readonly stepUp: number | undefined;
}

export const noDemands: SignInDemands = { acr: [], maxAge: undefined, stepUp: undefined };

type Caller = Proof & { readonly role: Role };

/** Clocks of the issuer and of this machine differ by so much at most, in seconds. */
const skew = 30;

/** A sign-in whose time the issuer does not say is of no known age: too old for any demand. */
const isYounger = (signedInAt: number | undefined, than: number | undefined, now: number): boolean =>
  than === undefined || (signedInAt !== undefined && now - signedInAt <= than + skew);

/** @param now seconds since 1970 */
export const isStrong = ({ role, acr = '', signedInAt }: Caller, demands: SignInDemands, now: number): boolean =>
  role === 'resident' ||
  ((demands.acr.length === 0 || demands.acr.includes(acr)) && isYounger(signedInAt, demands.maxAge, now));

/** Checks how somebody signed in, by the claims of a session and of a token alike. */
export interface Strength {
  readonly demands: SignInDemands;
  /** What every route of officers and operators asks. @throws Problem 401 step-up-needed */
  check(who: Caller): void;
  /** What an act of great effect asks beyond that. @throws Problem 401 step-up-needed */
  fresh(who: Caller): void;
}

const nowInSeconds = () => Math.floor(Date.now() / 1000);

export function strengthOf(demands: SignInDemands): Strength {
  const refused = (maxAge: number | undefined) => {
    // RFC 9470: a program learns from it what to ask its issuer for.
    const acr = demands.acr.length > 0 ? `, acr_values="${demands.acr.join(' ')}"` : '';
    const age = maxAge === undefined ? '' : `, max_age="${maxAge}"`;
    return new Problem(401, 'step-up-needed', 'This needs a fresh or stronger sign-in: sign in again.', {
      headers: challenge(`, error="insufficient_user_authentication"${acr}${age}`),
    });
  };
  return {
    demands,
    check(who) {
      if (!isStrong(who, demands, nowInSeconds())) throw refused(demands.maxAge);
    },
    fresh({ signedInAt }) {
      if (!isYounger(signedInAt, demands.stepUp, nowInSeconds())) throw refused(demands.stepUp);
    },
  };
}
