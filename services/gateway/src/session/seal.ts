import { type JWTPayload, EncryptJWT, jwtDecrypt } from 'jose';
import type { SessionKeys } from './keys';

/** Encrypts and authenticates a value with a purpose and an expiry. */
export interface Seal {
  /** @param seconds until it expires */
  close(purpose: string, value: JWTPayload, seconds: number): Promise<string>;
  /** The sealed value; undefined when it was altered, sealed for another purpose or has expired. */
  open(purpose: string, text: string): Promise<JWTPayload | undefined>;
}

const how = { alg: 'dir', enc: 'A256GCM' } as const;

/** Stateless: every gateway process with the keys opens what another sealed. */
export function sealWith(keys: SessionKeys): Seal {
  const [current] = keys;
  const byId = new Map(keys.map(({ id, cookies }) => [id, cookies]));
  const keyOf = ({ kid = '' }: { kid?: string }): Uint8Array => {
    const key = byId.get(kid);
    if (!key) throw new Error('no key of this name');
    return key;
  };
  return {
    close: (purpose, value, seconds) =>
      new EncryptJWT(value)
        .setProtectedHeader({ ...how, kid: current.id })
        .setAudience(purpose)
        .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
        .encrypt(current.cookies),
    async open(purpose, text) {
      try {
        const options = {
          audience: purpose,
          keyManagementAlgorithms: [how.alg],
          contentEncryptionAlgorithms: [how.enc],
          requiredClaims: ['exp'],
        };
        return (await jwtDecrypt(text, keyOf, options)).payload;
      } catch {
        // An unknown key, an expired or an altered cookie: no session, and nothing to log.
        return undefined;
      }
    },
  };
}
