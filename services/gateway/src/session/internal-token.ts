import { SignJWT, jwtVerify } from 'jose';
import { identityOf } from '../token/claims';
import type { Identity, TokenVerifier } from '../token/identity';
import { faultOf, tokenType } from '../token/verify';
import type { SessionKey, SessionKeys } from './keys';

const issuer = 'lianban-gateway';
const audience = 'lianban-gateway';
/** The gateway both signs and verifies these tokens, so a symmetric key is enough. Nobody else holds it. */
const algorithm = 'HS256';
const longestSeconds = 120;

const headerOf = ({ id }: SessionKey) => ({ alg: algorithm, typ: tokenType, kid: id });

export type InternalTokens = (identity: Identity) => Promise<string>;

/** Signs tokens with which `web` calls the API for the signed-in person. They last two minutes, or to the session's end. */
export function internalTokens([key]: SessionKeys): InternalTokens {
  return (who) => {
    const now = Math.floor(Date.now() / 1000);
    const place = 'department' in who ? { department: who.department, district: who.district, scopes: who.scopes } : {};
    return new SignJWT({ role: who.role, ...place, sid: who.session, acr: who.acr, auth_time: who.signedInAt })
      .setProtectedHeader(headerOf(key))
      .setSubject(who.id)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(Math.min(now + longestSeconds, Math.floor(who.expiresAt.getTime() / 1000)))
      .sign(key.tokens);
  };
}

/** Verifies the gateway's own tokens, and passes all others to `others`. */
export function takingInternal(keys: SessionKeys, others: TokenVerifier): TokenVerifier {
  // Recognised by its exact header: other tokens are not parsed here, and no token chooses its algorithm.
  const byStart = keys.map((key) => {
    const header = Buffer.from(JSON.stringify(headerOf(key))).toString('base64url');
    return { start: `${header}.`, key: key.tokens };
  });
  const options = { algorithms: [algorithm], typ: tokenType, issuer, audience, requiredClaims: ['exp', 'sub'] };
  return async (token) => {
    const own = byStart.find(({ start }) => token.startsWith(start));
    if (!own) return others(token);
    try {
      const { payload } = await jwtVerify(token, own.key, options);
      const identity = identityOf(payload);
      // Believed of the gateway's own tokens alone: an issuer's "sid" is a session of its own.
      const session = typeof payload['sid'] === 'string' ? payload['sid'] : undefined;
      return identity ? { ...identity, ...(session && { session }) } : 'malformed';
    } catch (error) {
      return faultOf(error);
    }
  };
}
