import { generateKeyPairSync, sign } from 'node:crypto';

/** What an access token says of its bearer; `department` and `district` for officers only. */
export interface TokenClaims {
  readonly role: 'resident' | 'officer' | 'supervisor' | 'operator';
  readonly sub: string;
  readonly department?: string;
  readonly district?: string;
  /** Of an officer, with spaces between: "counter". */
  readonly scopes?: string;
  /** Who it is for; the gateway when not said. */
  readonly aud?: string;
  /** Seconds from now until it expires; negative for one that has. A day when not said. */
  readonly expiresIn?: number;
}

export interface Issuer {
  /** The gateway's settings by which it trusts this issuer. */
  readonly env: Readonly<Record<string, string>>;
  token(claims: TokenClaims): string;
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * An identity provider of tests and measurements: signs access tokens (RFC 9068, Ed25519) by the thousand without a
 * process for each. Its key lives as long as the one who made it.
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
