import { isIP } from 'node:net';
import { z } from 'zod';
import { publicKeys, signingKey } from '@lianban/settings';
import { localJwks, localKeysFolder } from './local/keys';
import { readStaffList } from './officers';
import type { TokenSettings } from './token/verify';

const officers = z.string().transform((text, context) => {
  try {
    readStaffList(text);
    return text;
  } catch (error) {
    context.addIssue(`is no staff list, nor a file with one: ${error instanceof Error ? error.message : 'unreadable'}`);
    return z.NEVER;
  }
});

const origin = z.url({ protocol: /^https?$/ }).refine((text) => {
  const url = URL.parse(text);
  return url === null || url.href === `${url.origin}/`;
}, 'is scheme://host or scheme://host:port');

const rate = z.coerce.number().int().min(1).max(10_000_000);

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  return (
    isIP(address) !== 0 && more.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
  );
};
const proxies = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine(
    (parts) => parts.every((part) => ['loopback', 'linklocal', 'uniquelocal'].includes(part) || isNetwork(part)),
    'is addresses or networks (10.0.0.0/8), loopback, linklocal or uniquelocal, with commas',
  );

const names = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every((part) => /^[a-z][a-z0-9-]*$/.test(part)), 'is names of services, with commas');

/** The gateway's own settings by environment name, with the local stack's default. */
export const gatewaySettings = z
  .object({
    LIANBAN_ENV: z.enum(['local', 'production']).default('local'),
    HTTP_PORT: z.coerce.number().int().min(0).max(65535).default(7480).describe('where people and programs come in'),
    PUBLIC_ORIGIN: origin
      .optional()
      .describe(
        'scheme, host and port as people open it. Required in production, and `https://` there: browsers are then held to TLS for a year. Without it, `http://127.0.0.1:` and the port',
      ),
    WEB_URL: origin
      .default('http://127.0.0.1:7420')
      .describe('the service `web`: whatever is not below `/api`, `/auth`, `/healthz` and `/desk` comes from there'),
    DESK_URL: origin
      .default('http://127.0.0.1:7422')
      .describe('the service `desk`: what is below `/desk` comes from there'),
    TRUSTED_PROXIES: proxies
      .optional()
      .describe(
        'whose `X-Forwarded-For` is believed: addresses and networks with commas, of the ingress and of the pods of `web`. They have no limit by address themselves. Without it, `loopback` locally and nobody in production',
      ),
    RATE_PERSON_PER_MINUTE: rate
      .default(1_200)
      .describe('requests of one person; beyond, 429. Each copy counts for itself, here and below'),
    RATE_ADDRESS_PER_MINUTE: rate
      .default(1_200)
      .describe('requests of one address (IPv6: one /64) from which nobody is signed in'),
    RATE_SIGN_IN_PER_MINUTE: rate.default(120).describe('requests of one address to `/auth`'),
    RATE_COUNTER_PER_MINUTE: rate.default(30).describe('requests of one officer to the routes of the counter'),
    DEPARTMENTS: names
      .optional()
      .describe(
        'which of the services in `SERVICE_ADDRESSES` are departments, with commas: their officers have a desk. Without it, all but `applications` and `residents` are, with a warning at the start',
      ),
    OFFICERS: officers
      .default('[]')
      .describe(
        'the staff list by which supervisors hand cases out and the desk names people: `[{ "id", "name", "department", "district"? }]`, or a file with it, which is read again every 20 seconds',
      ),
    OFFICERS_ONLY_LISTED: z
      .enum(['true', 'false'])
      .default('false')
      .describe(
        'whether only those on the staff list act as officers and supervisors: whoever is taken off it is out within a minute, and their cases go back to the team',
      ),
    PDF_FONT: z
      .string()
      .min(1)
      .optional()
      .describe(
        'the font that PDFs embed: a file, with `#FACE` for a face of a collection. Without it, Noto Sans CJK where distributions put it (package `fonts-noto-cjk`); where there is none, pages are printed from the browser',
      ),
    TOKEN_JWKS: publicKeys
      .optional()
      .describe(
        'the issuer’s public Ed25519 keys: a JWKS, or a file with it. Required in production; without it, the checkout’s own key',
      ),
    PERSON_TOKEN_KEY: signingKey
      .optional()
      .describe(
        'the private Ed25519 key by which other services believe on whose behalf the gateway calls: a JWK, or a file with it; its public half is their `PERSON_TOKEN_JWKS`. Required in production; without it, the checkout’s own key',
      ),
    TOKEN_ISSUER: z.string().default('lianban-local').describe('the `iss` a token must name'),
    TOKEN_AUDIENCE: z.string().default('lianban-gateway').describe('the `aud` a token must name'),
  })
  .refine((v) => v.LIANBAN_ENV !== 'production' || v.TOKEN_JWKS, {
    path: ['TOKEN_JWKS'],
    message: 'is required in production: the public keys of your identity provider, as JSON or as a file path',
  })
  .refine((v) => v.LIANBAN_ENV !== 'production' || v.PERSON_TOKEN_KEY, {
    path: ['PERSON_TOKEN_KEY'],
    message: 'is required in production: the private key of the gateway’s person tokens, as JSON or as a file path',
    when: () => true,
  })
  .refine((v) => v.LIANBAN_ENV !== 'production' || v.PUBLIC_ORIGIN?.startsWith('https://'), {
    path: ['PUBLIC_ORIGIN'],
    message: 'is required in production, and is https://: the address people open',
    when: () => true,
  })
  .transform((v) => ({
    environment: v.LIANBAN_ENV,
    port: v.HTTP_PORT,
    origin: new URL(v.PUBLIC_ORIGIN ?? `http://127.0.0.1:${v.HTTP_PORT}`),
    web: new URL(v.WEB_URL),
    desk: new URL(v.DESK_URL),
    trustedProxies: v.TRUSTED_PROXIES ?? (v.LIANBAN_ENV === 'local' ? ['loopback'] : []),
    departments: v.DEPARTMENTS,
    staff: { text: v.OFFICERS, isClosed: v.OFFICERS_ONLY_LISTED === 'true' },
    rates: {
      person: v.RATE_PERSON_PER_MINUTE,
      address: v.RATE_ADDRESS_PER_MINUTE,
      signIn: v.RATE_SIGN_IN_PER_MINUTE,
      counter: v.RATE_COUNTER_PER_MINUTE,
    },
    pdfFont: v.PDF_FONT,
    personKey: v.PERSON_TOKEN_KEY,
    token: { jwks: v.TOKEN_JWKS, issuer: v.TOKEN_ISSUER, audience: v.TOKEN_AUDIENCE },
  }));

export type GatewaySettings = z.output<typeof gatewaySettings>;

/** Whose signatures count: the configured issuer's or, on a local stack that names none, this checkout's own key. */
export const tokenSettings = async ({ token }: GatewaySettings): Promise<TokenSettings> => ({
  ...token,
  jwks: token.jwks ?? (await localJwks(localKeysFolder)),
});
