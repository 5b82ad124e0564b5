import { z } from 'zod';
import { localCapability } from '@lianban/steps';
import type { Config } from '@lianban/runtime';
import { ConfigError, signingKey } from '@lianban/settings';
import { sealForOf } from './request-keys';
import { applicationNumbers } from './domain/application-number';

const pattern = z.string().superRefine((text, context) => {
  try {
    applicationNumbers(text);
  } catch (error) {
    context.addIssue((error as Error).message);
  }
});

const requestKeys = z.string().transform((folder, context) => {
  const read = sealForOf(folder);
  if (!('wrong' in read)) return read.sealFor;
  context.addIssue({ code: 'custom', message: read.wrong });
  return z.NEVER;
});

const address = z
  .string()
  .regex(/^[^\s:]+:\d{1,5}$/, 'is HOST:PORT')
  .transform((text) => {
    const [host = '', port] = text.split(':');
    return { host, port: Number(port) };
  });

export const applicationsSettings = z.object({
  APPLICATION_NUMBER_PATTERN: pattern
    .default('LB{yyyymmdd}{seq:6}')
    .describe(
      'how this city writes application numbers: capital letters, digits and "-", the day once, the running number last',
    ),
  CATALOGUE_FOLDER: z
    .string()
    .optional()
    .describe('a folder of items and packages to use instead of the one that comes with the service'),
  CAPABILITY_KEY: signingKey
    .optional()
    .describe(
      'a private Ed25519 key by which departments prove to `residents` that a case is theirs: a JWK, or a file with it. Required in production; a local stack without it uses a key that anybody can compute',
    ),
  CLAMD_ADDRESS: address
    .optional()
    .describe(
      'HOST:PORT of a clamd that scans what residents upload. While it does not answer, uploads are refused. Without it nothing is scanned',
    ),
  REQUESTS_SAID_ON: z
    .enum(['own', 'both', 'shared'])
    // Whoever hears as in the release before, or has unread requests there, must not lose one to an upgrade that nobody set up.
    .default('shared')
    .describe(
      'where departments and city services are asked: `own` is a topic of each, which it alone hears, `shared` is `applications.v1`; `both` while they change over from one to the other',
    ),
  REQUEST_KEYS_FOLDER: requestKeys
    .optional()
    .describe(
      'a folder with a file for each department, by its name, of keys as in `DATA_KEYS`: what is asked of it is sealed under the first. To a department without one, answers go in the clear',
    ),
});
export type ApplicationsSettings = z.output<typeof applicationsSettings>;

/** The key from the settings, or that of a local stack. @throws ConfigError in production without one */
export function capabilityKey(
  { CAPABILITY_KEY }: Pick<ApplicationsSettings, 'CAPABILITY_KEY'>,
  environment: Config['environment'],
) {
  if (!CAPABILITY_KEY && environment === 'production')
    throw new ConfigError('CAPABILITY_KEY: must be set in production (a private Ed25519 key as a JWK)');
  return CAPABILITY_KEY ?? localCapability.key;
}
