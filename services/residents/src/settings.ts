import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Config } from '@lianban/runtime';
import { ConfigError } from '@lianban/settings';

export const residentsSettings = z.object({
  RESIDENTS_KEY: z
    .string()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((key) => key.length === 32, 'is 32 bytes in base64')
    .optional()
    .describe(
      '32 bytes in base64 that seal personal details: what was sealed with a lost key stays sealed. Required in production; a local stack without it uses a key that anybody can compute',
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
