import { type JWK, SignJWT, importJWK } from 'jose';
import { tokenAlgorithm, tokenType } from '../token/verify';

export interface TokenRequest {
  readonly role: string;
  readonly id: string;
  readonly department?: string | undefined;
  readonly district?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  /** How and when they signed in; seconds since 1970. */
  readonly acr?: string | undefined;
  readonly signedInAt?: number | undefined;
  readonly issuer: string;
  readonly audience: string;
  /** Seconds from now; negative for a token that has already expired. */
  readonly expiresIn: number;
}

/** Signs an access token. For the local stack and tests: a city signs with its own identity provider. */
export async function signToken(request: TokenRequest, key: JWK): Promise<string> {
  const { role, id, department, district, scopes, acr, signedInAt, issuer, audience, expiresIn } = request;
  const now = Math.floor(Date.now() / 1000);
  const more = { ...(department && { department }), ...(district && { district }), ...(scopes && { scopes }) };
  return new SignJWT({ role, ...more, acr, auth_time: signedInAt })
    .setProtectedHeader({ alg: tokenAlgorithm, typ: tokenType, ...(key.kid ? { kid: key.kid } : {}) })
    .setSubject(id)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(now)
    .setExpirationTime(now + expiresIn)
    .sign(await importJWK(key, tokenAlgorithm));
}
