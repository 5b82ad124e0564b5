import { readFileSync } from 'node:fs';
import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';

const publicKey = z
  .looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().min(1) })
  .refine((key) => !('d' in key), 'holds a private key: give the public part only');
const keySet = z.object({ keys: z.array(publicKey).min(1) });

/**
 * The issuer's public keys from `text`: a JWKS as JSON, or the path of a file with one.
 * Throws with the fault, never quoting a key.
 */
export function readJwks(text: string): JSONWebKeySet {
  const json = text.trimStart().startsWith('{') ? text : readFileSync(text, 'utf8');
  const parsed = keySet.safeParse(parse(json));
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The parser's message quotes the text, which may be a private key pasted by mistake.
    throw new Error('it is not JSON');
  }
}
