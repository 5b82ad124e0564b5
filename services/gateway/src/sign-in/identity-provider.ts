import type { JWTPayload } from 'jose';
import * as client from 'openid-client';

/** Values of a sign-in under way, to check the answer against. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface ProviderSettings {
  readonly issuer: URL;
  readonly clientId: string;
  /** Without one the client is public, and only PKCE protects the code. */
  readonly clientSecret: string | undefined;
  readonly scope: string;
}

/** The issuer does not answer: the sign-in itself is not at fault. */
export class ProviderDown extends Error {}
/** The callback does not belong to the sign-in begun here, or reports a refusal. */
export class SignInRefused extends Error {}

/** What is asked of the sign-in: the issuer may not keep to it, so the claims are looked at as well. */
export interface AskedProof {
  readonly acr: readonly string[];
  /** In seconds; 0 for a sign-in of now. */
  readonly maxAge: number | undefined;
}

/** What the issuer said of somebody. */
export interface SaidOf {
  readonly claims: JWTPayload;
  /** The ID token as it came. Shown to the issuer at the sign-out, it proves whose that is: nobody is asked again. */
  readonly idToken: string;
}

/** The OpenID Connect provider. */
export interface IdentityProvider {
  /** The URL that starts a sign-in. @throws ProviderDown */
  begin(
    redirectTo: URL,
    language: string | undefined,
    asked?: AskedProof,
  ): Promise<{ readonly address: URL; readonly checks: Checks }>;
  /** Exchanges the callback at `address` for the person's claims. @throws ProviderDown, SignInRefused */
  finish(address: URL, checks: Checks): Promise<SaidOf>;
  /** The URL that signs out at the issuer; undefined when it has none, or is down. @param idToken of the sign-in, where it is known */
  leave(returnTo: URL, idToken: string | undefined): Promise<URL | undefined>;
}

const patienceSeconds = 5;

/** OpenID Connect authorization code flow with PKCE, with any issuer that supports discovery. */
export function openIdProvider({ issuer, clientId, clientSecret, scope }: ProviderSettings): IdentityProvider {
  const discover = () =>
    client.discovery(
      issuer,
      clientId,
      undefined,
      clientSecret === undefined ? client.None() : client.ClientSecretPost(clientSecret),
      {
        timeout: patienceSeconds,
        execute: [
          // The code flow may rely on TLS alone; this site verifies the ID token's signature too.
          client.enableNonRepudiationChecks,
          // Settings allow an issuer without TLS on a local stack only.
          ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []),
        ],
      },
    );
  let known: Promise<client.Configuration> | undefined;
  // Discovered at the first sign-in: the gateway starts and serves without its issuer.
  const configuration = async () => {
    known ??= discover();
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw new ProviderDown('the issuer cannot be discovered', { cause: error });
    }
  };

  return {
    async begin(redirectTo, language, { acr, maxAge } = { acr: [], maxAge: undefined }) {
      const config = await configuration();
      const checks = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectTo.href,
        scope,
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
        ...(language === undefined ? {} : { ui_locales: language }),
        ...(acr.length === 0 ? {} : { acr_values: acr.join(' ') }),
        ...(maxAge === undefined ? {} : { max_age: String(maxAge) }),
        ...(maxAge === 0 ? { prompt: 'login' } : {}),
      });
      return { address, checks };
    },
    async finish(address, { state, nonce, verifier }) {
      const config = await configuration();
      try {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
        const answer = await client.authorizationCodeGrant(config, address, checks);
        const claims = answer.claims();
        if (claims && answer.id_token) return { claims: claims as JWTPayload, idToken: answer.id_token };
      } catch (error) {
        throw isUnanswered(error)
          ? new ProviderDown('the issuer does not answer', { cause: error })
          : new SignInRefused('the answer is not taken', { cause: error });
      }
      throw new SignInRefused('the answer names nobody');
    },
    async leave(returnTo, idToken) {
      const config = await configuration().catch(() => undefined);
      if (!config?.serverMetadata().end_session_endpoint) return undefined;
      return client.buildEndSessionUrl(config, {
        post_logout_redirect_uri: returnTo.href,
        ...(idToken !== undefined && { id_token_hint: idToken }),
      });
    },
  };
}

/** A failed connection or a timeout; not an answer that refuses. */
function isUnanswered(error: unknown): boolean {
  if (error instanceof client.ClientError) return error.code === 'OAUTH_TIMEOUT';
  return error instanceof TypeError;
}
