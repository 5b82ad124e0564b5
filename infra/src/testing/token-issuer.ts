import { generateKeyPairSync, sign } from 'node:crypto';

/** The claims of an access token; `department` and `district` for officers only. */
export interface TokenClaims {
  readonly role: 'resident' | 'officer' | 'supervisor' | 'operator';
  readonly sub: string;
  readonly department?: string;
  readonly district?: string;
  /** Of an officer, with spaces between: "counter". */
  readonly scopes?: string;
  /** The audience; the gateway by default. */
  readonly aud?: string;
  /** Seconds until it expires, a day by default; negative for an expired token. */
  readonly expiresIn?: number;
}

export interface Issuer {
  /** Settings with which a gateway trusts this issuer. */
  readonly env: Readonly<Record<string, string>>;
  token(claims: TokenClaims): string;
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * A token issuer for tests and measurements: signs access tokens (RFC 9068, Ed25519) in the same process. Its key lives as
 * long as the object.
 */
export function createIssuer(name = 'lianban-test'): Issuer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = { ...publicKey.export({ format: 'jwk' }), kid: name, alg: 'EdDSA', use: 'sig' };
  return {
    env: { TOKEN_JWKS: JSON.stringify({ keys: [key] }), TOKEN_ISSUER: name },
    token({ expiresIn = 86_400, aud = 'lianban-gateway', ...claims }) {
      const iat = Math.floor(Date.now() / 1000);
      const whole = { ...claims, iss: name, aud, iat, exp: iat + expiresIn };
      const signed = `${part({ alg: 'EdDSA', typ: 'at+jwt', kid: name })}.${part(whole)}`;
      return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
    },
  };
}
