import { createSecretKey, randomBytes } from 'node:crypto';
import { type CipherName, KEY_BYTES, NONCE_BYTES, cipherOf, isCipherName } from './cipher';
import { type KeyService, UnknownKey } from './key-service';

export interface RingKey {
  readonly id: string;
  readonly cipher: CipherName;
  readonly secret: Uint8Array;
}

/** The first is current. */
export type RingKeys = readonly [RingKey, ...RingKey[]];

const keyId = '[a-z0-9][a-z0-9-]{0,31}';
const line = new RegExp(`^(${keyId}) +(\\S+) +(\\S+)$`);
const onlyKeyId = new RegExp(`^${keyId}$`);
export const isKeyId = (text: string): boolean => onlyKeyId.test(text);

/**
 * Reads keys, one a line: `ID CIPHER SECRET`, the secret 32 bytes in base64. The first is current; empty lines and what
 * follows "#" are passed over.
 * @returns the sentence that says what is wrong, never with a secret in it
 */
export function readRingKeys(text: string): RingKeys | { readonly wrong: string } {
  const keys: RingKey[] = [];
  for (const [nth, raw] of text.split('\n').entries()) {
    const stripped = raw.replace(/#.*/, '').trim();
    if (stripped === '') continue;
    const [, id = '', cipher = '', base64 = ''] = line.exec(stripped) ?? [];
    const at = `line ${nth + 1}`;
    if (id === '') return { wrong: `${at} is not "ID CIPHER SECRET", the id in small letters, digits and "-"` };
    if (!isCipherName(cipher)) return { wrong: `${at}: the cipher is aes-256-gcm or sm4` };
    const secret = Buffer.from(base64, 'base64');
    if (secret.length !== KEY_BYTES) return { wrong: `${at}: the secret is ${KEY_BYTES} bytes in base64` };
    if (keys.some((key) => key.id === id)) return { wrong: `${at}: there is a key "${id}" before it` };
    keys.push({ id, cipher, secret });
  }
  const [current, ...others] = keys;
  return current ? [current, ...others] : { wrong: 'there is no key in it' };
}

/** Keys that this process holds itself. */
export function keyRing(keys: RingKeys): KeyService {
  const known = new Map(keys.map(({ id, cipher, secret }) => [id, { id, cipher, secret: createSecretKey(secret) }]));
  const current = known.get(keys[0].id)!;
  const placeOf = ({ id }: { readonly id: string }) => `data key ${id}`;
  return {
    current: { key: current.id, cipher: current.cipher },
    async wrap(dataKey) {
      const nonce = randomBytes(NONCE_BYTES);
      const wrapped = cipherOf(current.cipher).seal(current.secret, nonce, placeOf(current), dataKey);
      return { key: current.id, dataKey: Buffer.concat([nonce, wrapped]) };
    },
    async unwrap({ key: id, dataKey }) {
      const key = known.get(id);
      if (!key) throw new UnknownKey(id);
      const [nonce, wrapped] = [dataKey.subarray(0, NONCE_BYTES), dataKey.subarray(NONCE_BYTES)];
      return cipherOf(key.cipher).open(key.secret, nonce, placeOf(key), wrapped);
    },
  };
}
