import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps personal details: what is stored can be read only with the key, and looked up only through a blind index. */
export interface Vault {
  /** AES-256-GCM; `place` (whose, which field) is bound to the text, so a value moved to another person does not open. */
  seal(text: string, place: string): string;
  /** @throws when the text was sealed with another key or for another place, or was changed */
  open(sealed: string, place: string): string;
  /** HMAC-SHA-256 of `text` under a key of its own per `purpose`: equal texts meet, nothing is revealed. Hex. */
  index(text: string, purpose: string): string;
}

const version = 'v1';

/** @param key 32 bytes; keys for sealing and for indexes are derived from it, so neither reveals the other. */
export function createVault(key: Buffer): Vault {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `lianban residents ${purpose}`, 32));
  const sealing = derive('seal');
  return {
    seal(text, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [version, nonce.toString('base64'), cipher.getAuthTag().toString('base64'), body.toString('base64')].join(
        '.',
      );
    },
    open(sealed, place) {
      const [found, nonce, tag, body] = sealed.split('.');
      if (found !== version || !nonce || !tag || body === undefined) throw new Error('not a sealed value');
      const decipher = createDecipheriv('aes-256-gcm', sealing, Buffer.from(nonce, 'base64'))
        .setAAD(Buffer.from(place))
        .setAuthTag(Buffer.from(tag, 'base64'));
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64')), decipher.final()]).toString('utf8');
    },
    index: (text, purpose) =>
      createHmac('sha256', derive(`index ${purpose}`))
        .update(text)
        .digest('hex'),
  };
}
