import { type JWTPayload, EncryptJWT, jwtDecrypt } from 'jose';
import type { SessionKeys } from './keys';

/** Makes a value unreadable and unchangeable for whoever keeps it, and worthless after its time. */
export interface Seal {
  /** @param seconds it can be opened for */
  close(purpose: string, value: JWTPayload, seconds: number): Promise<string>;
  /** What was closed for this very purpose; undefined for anything else, and when its time is over. */
  open(purpose: string, text: string): Promise<JWTPayload | undefined>;
}

const how = { alg: 'dir', enc: 'A256GCM' } as const;

/** Every copy of the gateway that knows the keys opens what another has closed: nothing has to be stored. */
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
        // A cookie of another key, another time or another hand: each is no session, and none is worth a word.
        return undefined;
      }
    },
  };
}
