import { type KeyObject, createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

export type CipherName = 'aes-256-gcm' | 'sm4';

/**
 * Authenticated encryption under a key of 32 bytes. Of one key, no nonce is used twice. A key comes as an object: made of its
 * bytes with each value, it would take longer than sealing a small one.
 */
export interface Cipher {
  /** @param nonce 12 bytes  @param place what the value belongs to: it opens nowhere else */
  seal(key: KeyObject, nonce: Uint8Array, place: string, plain: Uint8Array): Buffer;
  /** @throws when key or place is another, or the value was changed */
  open(key: KeyObject, nonce: Uint8Array, place: string, sealed: Uint8Array): Buffer;
}

/** Bytes of a nonce and of a key, whichever the cipher. */
export const NONCE_BYTES = 12;
export const KEY_BYTES = 32;

const gcmTagBytes = 16;
const aes256gcm: Cipher = {
  seal(key, nonce, place, plain) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  open(key, nonce, place, sealed) {
    const { body, tag } = parted(sealed, gcmTagBytes);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place)).setAuthTag(tag);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  },
};

const sm3Bytes = 32;
/** The two keys of SM4 are made of the one given: neither tells the other. */
const sm4Keys = (key: KeyObject) => {
  const both = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'lianban sm4', 16 + sm3Bytes));
  return { encryption: both.subarray(0, 16), authentication: both.subarray(16) };
};
/** The low four bytes count blocks: 64 GB under one nonce. */
const counterBlock = (nonce: Uint8Array) => Buffer.concat([nonce, Buffer.alloc(4)]);

/** What is authenticated: the length of the place, so that no part of it can pass for another. */
function sm3Tag(key: Buffer, nonce: Uint8Array, place: string, body: Uint8Array): Buffer {
  const bound = Buffer.from(place);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bound.length);
  return createHmac('sm3', key).update(length).update(bound).update(nonce).update(body).digest();
}

/** SM4 (GB/T 32907) as a stream, then authenticated with HMAC-SM3: OpenSSL has no SM4-GCM. */
const sm4: Cipher = {
  seal(key, nonce, place, plain) {
    const { encryption, authentication } = sm4Keys(key);
    const cipher = createCipheriv('sm4-ctr', encryption, counterBlock(nonce));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([body, sm3Tag(authentication, nonce, place, body)]);
  },
  open(key, nonce, place, sealed) {
    const { encryption, authentication } = sm4Keys(key);
    const { body, tag } = parted(sealed, sm3Bytes);
    if (!timingSafeEqual(tag, sm3Tag(authentication, nonce, place, body))) throw new Error('not authentic');
    const decipher = createDecipheriv('sm4-ctr', encryption, counterBlock(nonce));
    return Buffer.concat([decipher.update(body), decipher.final()]);
  },
};

function parted(sealed: Uint8Array, tagBytes: number): { readonly body: Uint8Array; readonly tag: Uint8Array } {
  if (sealed.length < tagBytes) throw new Error('too short for a sealed value');
  return { body: sealed.subarray(0, sealed.length - tagBytes), tag: sealed.subarray(sealed.length - tagBytes) };
}

const ciphers: Readonly<Record<CipherName, Cipher>> = { 'aes-256-gcm': aes256gcm, sm4 };

export const isCipherName = (name: string): name is CipherName => Object.hasOwn(ciphers, name);

/** @throws when this release does not know it */
export function cipherOf(name: string): Cipher {
  if (!isCipherName(name)) throw new Error(`no cipher "${name}": sealed by another release?`);
  return ciphers[name];
}
