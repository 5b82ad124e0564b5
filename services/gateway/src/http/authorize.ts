import type { Identity, Officer, Operator, Resident, Supervisor, TokenFault, TokenVerifier } from '../token/identity';
import { Problem } from './problem';

/** Who may use a route; "anyone" needs no token. */
export interface Callers {
  anyone: undefined;
  /** In whichever role. */
  'signed-in': Identity;
  resident: Resident;
  officer: Officer;
  supervisor: Supervisor;
  operator: Operator;
}
export type Who = keyof Callers;

const said: Readonly<Record<TokenFault, string>> = {
  malformed: 'The token is not a token of this platform.',
  forged: 'The token is not signed by an issuer this platform trusts.',
  expired: 'The token has expired: sign in again.',
  'not-yet-valid': 'The token is not valid yet.',
  'other-audience': 'The token was issued for another audience.',
  'other-issuer': 'The token was issued by another issuer.',
};

export const challenge = (parameters: string) => ({ 'WWW-Authenticate': `Bearer realm="lianban"${parameters}` });

const refused = (fault: TokenFault): Problem =>
  new Problem(401, `token-${fault}`, said[fault], {
    headers: challenge(`, error="invalid_token", error_description="${said[fault]}"`),
  });

/**
 * The caller of a route, by the token in `header` (RFC 6750).
 * @param seen told whose token it is, also when they have another role
 * @throws Problem 401 when the token is missing or invalid, 403 when it has another role.
 */
export async function authorize<W extends Who>(
  who: W,
  header: string | undefined,
  verify: TokenVerifier,
  seen: (found: Identity) => void = () => undefined,
): Promise<Callers[W]> {
  if (who === 'anyone') return undefined as Callers[W];
  if (header === undefined)
    throw new Problem(401, 'token-missing', 'Sign in: this needs a bearer token.', { headers: challenge('') });
  const [, token] = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(header) ?? [];
  const found: Identity | TokenFault = token ? await verify(token) : 'malformed';
  if (typeof found === 'string') throw refused(found);
  seen(found);
  return inRole(who, found);
}

/** @throws Problem 403 when `found` has another role than the route requires */
export function inRole<W extends Who>(who: W, found: Identity): Callers[W] {
  const isEnough = who === 'signed-in' || found.role === who || (who === 'officer' && found.role === 'supervisor');
  if (!isEnough)
    throw new Problem(403, 'wrong-role', `This is for the role "${who}"; you are signed in as "${found.role}".`, {
      headers: challenge(', error="insufficient_scope"'),
    });
  return found as Callers[W];
}
