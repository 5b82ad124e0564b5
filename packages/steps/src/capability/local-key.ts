import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import type { JSONWebKeySet, JWK } from 'jose';

// An Ed25519 key in PKCS #8 is this and its 32 bytes.
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const seed = createHash('sha256').update('lianban local stack cases').digest();
const secret = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });

/** The key pair by which a local stack proves cases. Anybody can compute it: production takes none. */
export const localCapability: { readonly key: JWK; readonly keys: JSONWebKeySet } = {
  key: secret.export({ format: 'jwk' }) as JWK,
  keys: { keys: [createPublicKey(secret).export({ format: 'jwk' }) as JWK] },
};
