import { createHash } from 'node:crypto';
import { z } from 'zod';
import { localCapability } from '@lianban/steps';
import type { Config } from '@lianban/runtime';
import { ConfigError, publicKeys } from '@lianban/settings';

export const residentsSettings = z.object({
  RESIDENTS_KEY: z
    .string()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((key) => key.length === 32, 'is 32 bytes in base64')
    .optional()
    .describe(
      '32 bytes in base64 that seal personal details: what was sealed with a lost key stays sealed. Required in production; a local stack without it uses a key that anybody can compute',
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

/** The key from the settings; a local stack without one uses a key anybody can compute, production does not start. */
export function keyFrom(settings: ResidentsSettings, environment: Config['environment']): Buffer {
  if (settings.RESIDENTS_KEY) return settings.RESIDENTS_KEY;
  if (environment === 'production')
    throw new ConfigError('RESIDENTS_KEY: must be set in production (32 bytes in base64)');
  return createHash('sha256').update('lianban local stack').digest();
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
