import { hkdfSync } from 'node:crypto';
import { z } from 'zod';

/** Keys derived from one secret, a separate one for each purpose. */
export interface SessionKey {
  /** The key's id, carried by what was made with it. */
  readonly id: string;
  readonly cookies: Uint8Array;
  readonly tokens: Uint8Array;
}

/** The first key encrypts, all keys decrypt: rotate by putting a new one first and dropping the old after its sessions end. */
export type SessionKeys = readonly [SessionKey, ...SessionKey[]];

const bytes = 32;
const salt = new Uint8Array(0);

function keyFrom(secret: Uint8Array): SessionKey {
  const derive = (purpose: string, length = bytes) =>
    new Uint8Array(hkdfSync('sha256', secret, salt, `lianban ${purpose}`, length));
  return {
    id: Buffer.from(derive('key id', 6)).toString('base64url'),
    cookies: derive('session cookie'),
    tokens: derive('internal token'),
  };
}

const secret = z
  .base64()
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
  .refine(({ length }) => length === bytes);

/** Parses SESSION_KEY: 32 bytes in base64, or several separated by commas. */
export const sessionKeys = z.string().transform((text, context): SessionKeys => {
  const parsed = z.array(secret).safeParse(text.split(',').map((part) => part.trim()));
  const [first, ...others] = parsed.data ?? [];
  if (first) return [keyFrom(first), ...others.map(keyFrom)];
  context.addIssue('is 32 bytes in base64 (openssl rand -base64 32), several with commas, the newest first');
  return z.NEVER;
});
