import { type JSONWebKeySet, createLocalJWKSet, errors, jwtVerify } from 'jose';
import { identityOf } from './claims';
import type { TokenFault, TokenVerifier } from './identity';
import { Verified } from './verified';

export interface TokenSettings {
  readonly jwks: JSONWebKeySet;
  readonly issuer: string;
  readonly audience: string;
}

/** RFC 9068: the type of access tokens, so that an ID token of the same issuer is refused. */
export const tokenType = 'at+jwt';
/** The one accepted algorithm. Trusting the token's own header would let it choose "none". */
export const tokenAlgorithm = 'EdDSA';

/** Verifies signature, algorithm, type, issuer, audience, expiry and not-before; then the claims a role needs. */
export function createVerifier({ jwks, issuer, audience }: TokenSettings): TokenVerifier {
  const keys = createLocalJWKSet(jwks);
  const options = { algorithms: [tokenAlgorithm], typ: tokenType, issuer, audience, requiredClaims: ['exp', 'sub'] };
  const verified = new Verified(rememberedTokens);
  return async (token) => {
    const known = verified.get(token, Date.now());
    if (known) return known;
    try {
      const { payload } = await jwtVerify(token, keys, options);
      const identity = identityOf(payload);
      if (identity) verified.keep(token, identity);
      return identity ?? 'malformed';
    } catch (error) {
      return faultOf(error);
    }
  };
}

// A resident sends the same token with every request, and verifying a signature costs more than the rest of the request.
const rememberedTokens = 5_000;

/** Maps jose's errors to faults. */
export function faultOf(error: unknown): TokenFault {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'other-audience';
    if (error.claim === 'iss') return 'other-issuer';
    if (error.claim === 'nbf') return 'not-yet-valid';
    return 'malformed';
  }
  const notOurs = [errors.JWSSignatureVerificationFailed, errors.JWKSNoMatchingKey, errors.JOSEAlgNotAllowed];
  return notOurs.some((kind) => error instanceof kind) ? 'forged' : 'malformed';
}
