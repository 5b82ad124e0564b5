import { type SessionKeys, sessionKeys } from '../src/session/keys';
import type { SessionTimes } from '../src/session/session';
import type { SessionNews } from '../src/session/sessions';
import { gatewaySettings } from '../src/settings';
import { signInSettings } from '../src/sign-in/settings';
import type { SignInDemands } from '../src/sign-in/strength';
import { openSite } from '../src/site';
import { verify } from './tokens';

export const keysOf = (...secrets: string[]): SessionKeys =>
  sessionKeys.parse(secrets.map((secret) => Buffer.alloc(32, secret).toString('base64')).join(','));

export interface SiteParts {
  readonly origin?: URL;
  readonly web?: URL;
  readonly desk?: URL;
  readonly issuer?: URL;
  readonly keys?: SessionKeys;
  readonly times?: SessionTimes;
  readonly demands?: SignInDemands;
  readonly news?: Partial<SessionNews>;
}

const nowhere = new URL('http://127.0.0.1:9');

/** The ports by which browsers are answered, put together as in production. */
export function siteOf({
  origin,
  web = nowhere,
  desk = nowhere,
  issuer = nowhere,
  keys = keysOf('a'),
  times,
  demands,
  news = {},
}: SiteParts = {}) {
  const settings = { ...gatewaySettings.parse({}), web, desk, trustedProxies: [], ...(origin ? { origin } : {}) };
  const signIn = signInSettings.parse({ OIDC_ISSUER: issuer.href });
  return openSite(settings, { ...signIn, ...(times && { times }), ...(demands && { demands }) }, keys, verify, {
    ended: async () => undefined,
    used: async () => undefined,
    ...news,
  });
}
