import type { Ports } from '../src/ports';
import { upstreamTo } from '../src/pages/forward';
import { createRates } from '../src/limits/rates';
import { internalTokens, takingInternal } from '../src/session/internal-token';
import { type SessionKeys, sessionKeys } from '../src/session/keys';
import { sealWith } from '../src/session/seal';
import type { SessionTimes } from '../src/session/session';
import { createSessions } from '../src/session/sessions';
import { claimsFor } from '../src/sign-in/claims-map';
import { openIdProvider } from '../src/sign-in/identity-provider';
import { signInSettings } from '../src/sign-in/settings';
import { verify } from './tokens';

export const keysOf = (...secrets: string[]): SessionKeys =>
  sessionKeys.parse(secrets.map((secret) => Buffer.alloc(32, secret).toString('base64')).join(','));

export interface SiteParts {
  readonly origin?: URL;
  readonly web?: URL;
  readonly issuer?: URL;
  readonly keys?: SessionKeys;
  readonly times?: SessionTimes;
}

/** The ports by which browsers are answered, put together as in production. */
export function siteOf({
  origin = new URL('http://127.0.0.1:7480'),
  web = new URL('http://127.0.0.1:9'),
  issuer = new URL('http://127.0.0.1:9'),
  keys = keysOf('a'),
  times = { idle: 1800, absolute: 28_800 },
}: SiteParts = {}): Pick<Ports, 'site' | 'sessions' | 'signIn' | 'verify' | 'rates' | 'trustedProxies'> {
  const settings = signInSettings.parse({ OIDC_ISSUER: issuer.href });
  const seal = sealWith(keys);
  const sessions = createSessions(seal, origin, times);
  return {
    site: { origin, issuer, web: upstreamTo(web), tokenFor: internalTokens(keys) },
    sessions,
    rates: createRates({ person: 10_000, address: 10_000, signIn: 10_000 }),
    trustedProxies: [],
    signIn: {
      seal,
      provider: openIdProvider(settings.provider),
      claimsFor: (said) => claimsFor(said, settings.claims),
    },
    verify: takingInternal(keys, verify),
  };
}
