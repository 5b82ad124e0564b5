import { readFileSync } from 'node:fs';
import { z } from 'zod';

const ed25519 = { kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().min(1) };
const publicKey = z
  .looseObject(ed25519)
  .refine((key) => !('d' in key), 'holds a private key: give the public part only');
const keySet = z.object({ keys: z.array(publicKey).min(1) });
const privateKey = z.looseObject({ ...ed25519, d: z.string().min(1) });

/** Public Ed25519 keys from a setting: a JWKS as JSON, or the path of a file with one. */
export const publicKeys = z
  .string()
  .transform(reading('is not a JWKS, nor a file with one', (text) => read(text, keySet)));

/** A private Ed25519 key from a setting: a JWK as JSON, or the path of a file with one. */
export const signingKey = z
  .string()
  .transform(reading('is no private JWK, nor a file with one', (text) => read(text, privateKey)));

/** Throws with the fault, never quoting a key. */
function read<T>(text: string, shape: z.ZodType<T>): T {
  const json = text.trimStart().startsWith('{') ? text : readFileSync(text, 'utf8');
  const parsed = shape.safeParse(parse(json));
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

function reading<T>(what: string, by: (text: string) => T) {
  return (text: string, context: z.RefinementCtx): T => {
    try {
      return by(text);
    } catch (error) {
      context.addIssue(`${what}: ${error instanceof Error ? error.message : 'unreadable'}`);
      return z.NEVER;
    }
  };
}
