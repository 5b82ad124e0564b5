import { createHash } from 'node:crypto';
import { z } from 'zod';
import { localCapability } from '@lianban/steps';
import type { Config } from '@lianban/runtime';
import { ConfigError, publicKeys } from '@lianban/settings';
import { type RingKeys, UNNAMED_KEY, readRingKeys } from '@lianban/vault';

const oneKey = (text: string): RingKeys | undefined => {
  const secret = Buffer.from(text.trim(), 'base64');
  const isOne = /^[\w+/-]+={0,2}$/.test(text.trim()) && secret.length === 32;
  return isOne ? [{ id: UNNAMED_KEY, cipher: 'aes-256-gcm', secret }] : undefined;
};
const residentsKeys = z.string().transform((text, context): RingKeys => {
  const keys = oneKey(text) ?? readRingKeys(text);
  if (!('wrong' in keys)) return keys;
  context.addIssue({ code: 'custom', message: `is 32 bytes in base64, or keys of which ${keys.wrong}` });
  return z.NEVER;
});

export const residentsSettings = z.object({
  RESIDENTS_KEY: residentsKeys
    .optional()
    .describe(
      'what seals personal details in the register: keys as in `DATA_KEYS`, or 32 bytes in base64, which are one key with the id `unnamed`; what was sealed with a lost key stays sealed. Required in production; a local stack without it uses a key that anybody can compute',
    ),
  CAPABILITY_JWKS: publicKeys
    .optional()
    .describe(
      'the public keys of `CAPABILITY_KEY` of `applications`, by which a department proves that it asks for a case of its own: a JWKS, or a file with it. Required in production; a local stack without it believes a key that anybody can compute',
    ),
  ALLOW_UNPROVEN_CASES: z
    .enum(['true', 'false'])
    .default('false')
    .describe(
      '`true`: a department that shows no such proof is believed, because the release before had none; each start warns of it. For the time of an upgrade; the next release does not read it',
    ),
});
export type ResidentsSettings = z.output<typeof residentsSettings>;

/** The keys from the settings; a local stack without one uses a key anybody can compute, production does not start. */
export function keysFrom(settings: ResidentsSettings, environment: Config['environment']): RingKeys {
  if (settings.RESIDENTS_KEY) return settings.RESIDENTS_KEY;
  if (environment === 'production')
    throw new ConfigError('RESIDENTS_KEY: must be set in production (a key a line, as in DATA_KEYS)');
  const secret = createHash('sha256').update('lianban local stack').digest();
  return [{ id: UNNAMED_KEY, cipher: 'aes-256-gcm', secret }];
}

/** The keys from the settings, or those of a local stack. @throws ConfigError in production without any */
export function capabilityKeysFrom(
  { CAPABILITY_JWKS }: Pick<ResidentsSettings, 'CAPABILITY_JWKS'>,
  environment: Config['environment'],
) {
  if (!CAPABILITY_JWKS && environment === 'production')
    throw new ConfigError(
      'CAPABILITY_JWKS: must be set in production (the public key of CAPABILITY_KEY of applications)',
    );
  return CAPABILITY_JWKS ?? localCapability.keys;
}
