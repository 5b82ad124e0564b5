import { z } from 'zod';
import { sessionKeys } from '../session/keys';
import type { ClaimsMap } from './claims-map';
import { type SignInDemands, noDemands } from './strength';

const ours = ['operator', 'supervisor', 'officer', 'resident'];

/** Parses "a=b,c=d", in order. */
const pairs = z.string().transform((text, context): [string, string][] => {
  const parts = text.split(',').map((part) => part.trim().split('=') as [string, string]);
  if (parts.every((part) => part.length === 2 && part.every(Boolean))) return parts;
  context.addIssue('is name=value, several with commas');
  return z.NEVER;
});

const claims = pairs
  .transform((given): Record<string, string | undefined> => Object.fromEntries(given))
  .pipe(
    z.strictObject({
      id: z.string().default('sub'),
      role: z.string().default('role'),
      department: z.string().default('department'),
      district: z.string().default('district'),
      scopes: z.string().default('scopes'),
      name: z.string().default('name'),
    }),
  );
const roles = pairs.refine((given) => given.every(([, role]) => ours.includes(role)), {
  message: `leads to ${ours.join(', ')} only`,
});

const demandNames = z.strictObject({
  acr: z
    .string()
    .regex(/^[\x21-\x7e|]+$/)
    .transform((text) => text.split('|'))
    .default([]),
  'max-age': z.coerce.number().int().min(1).max(1440).optional(),
  'step-up': z.coerce.number().int().min(1).max(1440).optional(),
});

/** `none`, or `acr=a|b,max-age=480,step-up=10`, the last two in minutes. */
const demands = z.string().transform((text, context): SignInDemands => {
  if (text === 'none') return noDemands;
  const parts = text.split(',').map((part) => part.trim());
  const given = parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]);
  const parsed = demandNames.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    context.addIssue('is none, or of acr=WORD|WORD, max-age=MINUTES and step-up=MINUTES some with commas');
    return z.NEVER;
  }
  const { acr, 'max-age': maxAge, 'step-up': stepUp } = parsed.data;
  const seconds = (of: number | undefined) => (of === undefined ? undefined : of * 60);
  return { acr, maxAge: seconds(maxAge), stepUp: seconds(stepUp) };
});

const minutes = z.coerce.number().int().min(1).max(1440);
const issuer = z.url({ protocol: /^https?$/ });

/** Settings of the sign-in by environment name, with the local stack's defaults. */
export const signInSettings = z
  .object({
    LIANBAN_ENV: z.enum(['local', 'production']).default('local'),
    SESSION_KEY: sessionKeys
      .optional()
      .describe(
        '32 bytes in base64 that seal people’s sessions, the same in every copy; several with commas while one is replaced, the newest first. Required in production; without it, made from the checkout’s own key',
      ),
    SESSION_IDLE_MINUTES: minutes.default(30).describe('a session ends so long after the last sign of life'),
    SESSION_ABSOLUTE_MINUTES: minutes.default(480).describe('a session ends so long after the sign-in'),
    OIDC_ISSUER: issuer
      .default('http://127.0.0.1:7421')
      .describe('the identity provider, found by discovery. Required in production, and `https://` there'),
    OIDC_CLIENT_ID: z.string().default('lianban-gateway').describe('what the issuer calls the gateway'),
    OIDC_CLIENT_SECRET: z
      .string()
      .optional()
      .describe('without it the client is public, and PKCE alone protects the code'),
    OIDC_SCOPE: z.string().default('openid').describe('what is asked of the issuer, words with spaces'),
    OFFICER_SIGN_IN: demands
      .optional()
      .describe(
        'what is demanded of a sign-in, as in `acr=urn:example:two-factors,max-age=480,step-up=10`: by which means officers, supervisors and operators signed in (several with `|`), how many minutes ago at most, and how many minutes ago anybody before a whole ID number is shown or a mandate over everything is given or confirmed. Each may be left out; `none` demands nothing, which is the default locally. Required in production',
      ),
    OIDC_CLAIMS: claims
      .prefault('id=sub')
      .describe(
        'which claim of the ID token says what, as `ours=theirs` for `id`, `role`, `department`, `district`, `scopes` and `name`, which is shown to whoever signed in; with dots, a way into objects. One left out has our name, `id` is `sub`',
      ),
    OIDC_ROLES: roles
      .default(ours.map((role) => [role, role]))
      .describe(
        'the issuer’s word for each role, as `theirs=ours`, the weightiest first; `*` stands for anybody: `clerk=officer,*=resident`',
      ),
  })
  .refine((v) => v.LIANBAN_ENV !== 'production' || v.SESSION_KEY, {
    path: ['SESSION_KEY'],
    message: 'is required in production: 32 bytes in base64 (openssl rand -base64 32), the same in every copy',
    when: () => true,
  })
  .refine((v) => v.LIANBAN_ENV !== 'production' || v.OIDC_ISSUER.startsWith('https://'), {
    path: ['OIDC_ISSUER'],
    message: 'is required in production, and is https://: who says who people are',
    when: () => true,
  })
  .refine((v) => v.LIANBAN_ENV !== 'production' || v.OFFICER_SIGN_IN, {
    path: ['OFFICER_SIGN_IN'],
    message: 'is required in production: what is demanded of officers’ sign-ins, or none to demand nothing',
    when: () => true,
  })
  .transform((v) => ({
    keys: v.SESSION_KEY,
    times: { idle: v.SESSION_IDLE_MINUTES * 60, absolute: v.SESSION_ABSOLUTE_MINUTES * 60 },
    provider: {
      issuer: new URL(v.OIDC_ISSUER),
      clientId: v.OIDC_CLIENT_ID,
      clientSecret: v.OIDC_CLIENT_SECRET,
      scope: v.OIDC_SCOPE,
    },
    demands: v.OFFICER_SIGN_IN ?? noDemands,
    claims: { ...v.OIDC_CLAIMS, roles: v.OIDC_ROLES } satisfies ClaimsMap,
  }));

export type SignInSettings = z.output<typeof signInSettings>;
