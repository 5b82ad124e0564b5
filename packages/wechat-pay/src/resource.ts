import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What a notification carries: encrypted with the key of the merchant's API, 32 bytes. */
export interface Resource {
  readonly algorithm: 'AEAD_AES_256_GCM';
  readonly ciphertext: string;
  readonly nonce: string;
  readonly associated_data: string;
}

const tagBytes = 16;

/** @throws when it is not what the owner of the key sealed */
export function openResource(key: Buffer, { ciphertext, nonce, associated_data: about }: Resource): string {
  const bytes = Buffer.from(ciphertext, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]).toString('utf8');
}

export function sealResource(key: Buffer, text: string, about: string): Resource {
  // Twelve characters, as the channel sends them.
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', key, Buffer.from(nonce), { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(about));
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { algorithm: 'AEAD_AES_256_GCM', ciphertext: bytes.toString('base64'), nonce, associated_data: about };
}
