import type { JWTPayload } from 'jose';
import * as client from 'openid-client';

/** What a sign-in under way must be held against. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface ProviderSettings {
  readonly issuer: URL;
  readonly clientId: string;
  /** Without one the client is public, and PKCE alone ties the code to it. */
  readonly clientSecret: string | undefined;
  readonly scope: string;
}

/** The issuer does not answer: nothing is wrong with the person's sign-in. */
export class ProviderDown extends Error {}
/** What came back is not the answer to the sign-in that was begun here, or it is a "no". */
export class SignInRefused extends Error {}

/** Who says who people are. */
export interface IdentityProvider {
  /** Where to send a browser to sign in. @throws ProviderDown */
  begin(redirectTo: URL, language: string | undefined): Promise<{ readonly address: URL; readonly checks: Checks }>;
  /** What the issuer says of the person who came back at `address`. @throws ProviderDown, SignInRefused */
  finish(address: URL, checks: Checks): Promise<JWTPayload>;
  /** Where to send a browser to sign out there too; undefined when the issuer has no such place, or is down. */
  leave(returnTo: URL): Promise<URL | undefined>;
}

const patienceSeconds = 5;

/** OpenID Connect with code and PKCE, against any issuer that can be discovered. */
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
          // The code flow may trust the connection instead of the signature; this site wants both.
          client.enableNonRepudiationChecks,
          // Settings allow an issuer without TLS on a local stack only.
          ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []),
        ],
      },
    );
  let known: Promise<client.Configuration> | undefined;
  // Asked when somebody first signs in: the gateway starts and serves without its issuer.
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
    async begin(redirectTo, language) {
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
      });
      return { address, checks };
    },
    async finish(address, { state, nonce, verifier }) {
      const config = await configuration();
      try {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
        const claims = (await client.authorizationCodeGrant(config, address, checks)).claims();
        if (claims) return claims as JWTPayload;
      } catch (error) {
        throw isUnanswered(error)
          ? new ProviderDown('the issuer does not answer', { cause: error })
          : new SignInRefused('the answer is not taken', { cause: error });
      }
      throw new SignInRefused('the answer names nobody');
    },
    async leave(returnTo) {
      const config = await configuration().catch(() => undefined);
      if (!config?.serverMetadata().end_session_endpoint) return undefined;
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo.href });
    },
  };
}

/** A connection that fails, or one that takes too long; not an answer that says no. */
function isUnanswered(error: unknown): boolean {
  if (error instanceof client.ClientError) return error.code === 'OAUTH_TIMEOUT';
  return error instanceof TypeError;
}
