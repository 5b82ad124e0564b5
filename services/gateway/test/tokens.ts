import { generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'jose';
import { type TokenRequest, signToken } from '../src/local/sign-token';
import { createVerifier } from '../src/token/verify';

const newKey = (kid: string): JWK => ({
  ...(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK),
  kid,
});

export const trustedKey = newKey('trusted');
/** Says it is the trusted one. */
export const strangerKey = newKey('trusted');

const { d: secret, ...publicPart } = trustedKey;
if (!secret) throw new Error('the test key has no private part');

export const verify = createVerifier({ jwks: { keys: [publicPart] }, issuer: 'issuer', audience: 'lianban-gateway' });

export type TestClaims = Partial<TokenRequest> & Pick<TokenRequest, 'role'>;

export const tokenFor = (claims: TestClaims, key: JWK = trustedKey): Promise<string> =>
  signToken({ id: 'x-1', issuer: 'issuer', audience: 'lianban-gateway', expiresIn: 300, ...claims }, key);

export const claimsOf: Readonly<Record<'resident' | 'officer' | 'supervisor' | 'operator', TestClaims>> = {
  resident: { role: 'resident', id: 'r-1' },
  officer: { role: 'officer', id: 'o-1', department: 'permits', scopes: ['counter'] },
  supervisor: { role: 'supervisor', id: 's-1', department: 'permits', scopes: ['counter'] },
  operator: { role: 'operator', id: 'op-1' },
};
