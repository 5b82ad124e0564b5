import { createRates } from './limits/rates';
import { upstreamTo } from './pages/forward';
import type { Ports } from './ports';
import { internalTokens, takingInternal } from './session/internal-token';
import type { SessionKeys } from './session/keys';
import { sealWith } from './session/seal';
import { type SessionNews, createSessions } from './session/sessions';
import type { GatewaySettings } from './settings';
import { claimsFor } from './sign-in/claims-map';
import { openIdProvider } from './sign-in/identity-provider';
import type { SignInSettings } from './sign-in/settings';
import { strengthOf } from './sign-in/strength';
import type { TokenVerifier } from './token/identity';

type OfTheSite = Pick<Ports, 'site' | 'sessions' | 'signIn' | 'rates' | 'trustedProxies' | 'verify' | 'strength'>;

/**
 * Everything that answers browsers. Connects lazily: `web`, `desk` or an issuer that is down fails the first request that needs it.
 * @param machines verifies tokens of callers that are no browsers
 * @param news is told what happens to sessions
 */
export function openSite(
  {
    origin,
    web,
    desk,
    rates,
    trustedProxies,
  }: Pick<GatewaySettings, 'origin' | 'web' | 'desk' | 'rates' | 'trustedProxies'>,
  { provider, claims, times, demands }: Pick<SignInSettings, 'provider' | 'claims' | 'times' | 'demands'>,
  keys: SessionKeys,
  machines: TokenVerifier,
  news: SessionNews,
): OfTheSite {
  const seal = sealWith(keys);
  return {
    site: {
      origin,
      issuer: provider.issuer,
      web: upstreamTo(web),
      desk: upstreamTo(desk),
      tokenFor: internalTokens(keys),
    },
    sessions: createSessions(seal, origin, times, news),
    signIn: { seal, provider: openIdProvider(provider), claimsFor: (said) => claimsFor(said, claims) },
    rates: createRates(rates),
    trustedProxies,
    strength: strengthOf(demands),
    verify: takingInternal(keys, machines),
  };
}
