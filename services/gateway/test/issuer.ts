import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type JWK, type JWTPayload, SignJWT, importJWK } from 'jose';

export interface FakeIssuer {
  readonly url: URL;
  /** What is said of whoever signs in next, and with which key. */
  says: (claims: JWTPayload) => JWTPayload;
  key: JWK;
  /** Who it says it is when it is discovered; itself, unless changed. */
  name: string;
  /** What a browser that was sent to `address` comes back with, once its person has signed in there. */
  comeBack(address: URL): URLSearchParams;
  close(): Promise<void>;
}

export const issuerKey = newKey();

/** An issuer as far as a gateway sees it, which can be made to lie. */
export async function fakeIssuer(): Promise<FakeIssuer> {
  const asked = new Map<string, URLSearchParams>();
  const server = createServer((req, res) => {
    answer(req).then(
      (body) => res.setHeader('Content-Type', 'application/json').end(JSON.stringify(body)),
      (error: unknown) =>
        res.writeHead(400, { 'Content-Type': 'application/json' }).end(`{"error":"${String(error)}"}`),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  async function answer(req: IncomingMessage): Promise<object> {
    if (req.url === '/.well-known/openid-configuration') return metadata(url.origin, issuer.name);
    if (req.url === '/jwks') return { keys: [publicPart(issuerKey)] };
    let text = '';
    for await (const part of req) text += String(part);
    const form = new URLSearchParams(text);
    const request = asked.get(form.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!request || request.get('code_challenge') !== verifier) throw new Error('invalid_grant');
    asked.delete(form.get('code') ?? '');
    const now = Math.floor(Date.now() / 1000);
    const usual = {
      iss: url.origin,
      aud: 'lianban-gateway',
      sub: 'resident-1',
      role: 'resident',
      nonce: request.get('nonce') ?? '',
      iat: now,
      exp: now + 60,
    };
    const token = await new SignJWT(issuer.says(usual))
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .sign(await importJWK(issuer.key, 'RS256'));
    return { access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token: token };
  }

  const issuer: FakeIssuer = {
    url,
    says: (claims) => claims,
    key: issuerKey,
    name: url.origin,
    comeBack({ searchParams }) {
      const code = randomUUID();
      asked.set(code, searchParams);
      return new URLSearchParams({ code, state: searchParams.get('state') ?? '', iss: url.origin });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return issuer;
}

export function newKey(): JWK {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) as JWK;
}

const publicPart = ({ kty, n, e }: JWK): JWK => ({ kty, n, e, kid: 'k', alg: 'RS256', use: 'sig' }) as JWK;

const metadata = (origin: string, issuer: string) => ({
  issuer,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  jwks_uri: `${origin}/jwks`,
  end_session_endpoint: `${origin}/leave`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['none'],
  authorization_response_iss_parameter_supported: true,
});
