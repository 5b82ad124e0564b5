import { hkdfSync } from 'node:crypto';
import { z } from 'zod';

/** One secret of the site, as keys that are of no use for one another's purpose. */
export interface SessionKey {
  /** Told with whatever was made with it, so that the right one is found. */
  readonly id: string;
  readonly cookies: Uint8Array;
  readonly tokens: Uint8Array;
}

/** The first makes, all of them open: a new one is put first, and the old one taken away when its sessions are over. */
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

/** SESSION_KEY: 32 bytes in base64, or several with commas. */
export const sessionKeys = z.string().transform((text, context): SessionKeys => {
  const parsed = z.array(secret).safeParse(text.split(',').map((part) => part.trim()));
  const [first, ...others] = parsed.data ?? [];
  if (first) return [keyFrom(first), ...others.map(keyFrom)];
  context.addIssue('is 32 bytes in base64 (openssl rand -base64 32), several with commas, the newest first');
  return z.NEVER;
});
