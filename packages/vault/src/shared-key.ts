import { type KeyObject, createSecretKey, randomBytes } from 'node:crypto';
import { type CipherName, NONCE_BYTES, cipherOf } from './cipher';
import { type RingKey, type RingKeys, isKeyId } from './key-ring';
import { UnknownKey } from './key-service';

/** Seals for whoever shares the key. `place` is bound to the value: moved elsewhere, it does not open. */
export type Seal = (plain: Uint8Array, place: string) => Buffer;

/** @throws UnknownKey; or another error when the place or the secret is another, or the value was changed */
export type Open = (sealed: Uint8Array, place: string) => Buffer;

/**
 * Seals under the first of the keys, at once: there is no data key to wrap. The value begins with the id of its key, after one
 * byte with its length, and the nonce. A nonce is drawn by chance: replace a key before it has sealed four billion values.
 */
export function sealerOf([{ id, cipher, secret }]: RingKeys): Seal {
  const key = createSecretKey(secret);
  const head = Buffer.from(id);
  const length = Buffer.of(head.length);
  const { seal } = cipherOf(cipher);
  return (plain, place) => {
    const nonce = randomBytes(NONCE_BYTES);
    return Buffer.concat([length, head, nonce, seal(key, nonce, place, plain)]);
  };
}

/**
 * Opens what was sealed under any of the keys.
 * @param setting where such keys are given
 */
export function openerOf(keys: readonly RingKey[], setting = 'REQUEST_KEYS'): Open {
  const known = new Map<string, { readonly cipher: CipherName; readonly key: KeyObject }>(
    keys.map(({ id, cipher, secret }) => [id, { cipher, key: createSecretKey(secret) }]),
  );
  return (sealed, place) => {
    const from = 1 + (sealed[0] ?? 0);
    if (sealed.length < from + NONCE_BYTES) throw new Error('too short for a sealed value');
    const id = Buffer.from(sealed.subarray(1, from)).toString('latin1');
    if (!isKeyId(id)) throw new Error('sealed with a key whose id is none');
    const found = known.get(id);
    if (!found) throw new UnknownKey(id, setting);
    const [nonce, content] = [sealed.subarray(from, from + NONCE_BYTES), sealed.subarray(from + NONCE_BYTES)];
    return cipherOf(found.cipher).open(found.key, nonce, place, content);
  };
}
