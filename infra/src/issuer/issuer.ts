import { generateKeyPairSync } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import Provider, { interactionPolicy, type JWK } from 'oidc-provider';
import { LOOPBACK, listening } from '../process/listening';
import { type Account, demoAccounts } from './accounts';
import { leavePage, pickList } from './pages';

export interface LocalIssuer {
  readonly address: string;
  close(): Promise<void>;
}

export interface IssuerSettings {
  readonly port: number;
  /** The site that uses it: scheme, host and port. */
  readonly site: string;
  readonly departments: readonly string[];
}

/** The client id of the gateway. */
const clientId = 'lianban-gateway';
const hour = 3600;
const longestForm = 4096;

/**
 * An OpenID Connect provider for a local stack: anybody may sign in as any account. It stores nothing, listens on the
 * loopback interface only, and has a new key at every start.
 */
export async function startLocalIssuer({ port, site, departments }: IssuerSettings): Promise<LocalIssuer> {
  const accounts = new Map(demoAccounts(departments).map((account) => [account.id, account]));
  const server = createServer();
  const address = `http://${LOOPBACK}:${await listening(server, port)}`;
  const provider = createProvider(address, site, accounts);
  const others = provider.callback();
  server.on('request', (req, res) => {
    const handle = async () => {
      if (req.url?.startsWith('/auth?')) await forget(provider, req);
      if (req.url?.startsWith('/interaction/')) await choose(provider, accounts, req, res);
      else await others(req, res);
    };
    handle().catch((error: unknown) => {
      // Usually the list was left open for an hour.
      res.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' });
      res.end(`This sign-in is over, begin again: ${site}/auth/sign-in (${String(error)})\n`);
    });
  });
  return {
    address,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function createProvider(address: string, site: string, accounts: ReadonlyMap<string, Account>): Provider {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return new Provider(address, {
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${site}/auth/callback`],
        post_logout_redirect_uris: [`${site}/`],
      },
    ],
    jwks: { keys: [{ ...(privateKey.export({ format: 'jwk' }) as JWK), use: 'sig', alg: 'RS256' }] },
    scopes: ['openid'],
    claims: { openid: ['sub', 'name', 'role', 'department', 'scopes'] },
    // All claims are in the ID token: the gateway does not call the userinfo endpoint.
    conformIdTokenClaims: false,
    ttl: { Interaction: hour, Session: hour, Grant: hour, AccessToken: hour, IdToken: hour },
    pkce: { required: () => true },
    interactions: { policy, url: (_ctx, { uid }) => `/interaction/${uid}` },
    cookies: { keys: [crypto.randomUUID()] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = leavePage(form, ctx.oidc.entities.IdTokenHint !== undefined);
        },
      },
    },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ accountId: oidc.session!.accountId!, clientId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    findAccount(_ctx, id) {
      const account = accounts.get(id);
      if (!account) return undefined;
      const { role, also, department, scopes, name } = account;
      const claims = {
        sub: id,
        ...(name && { name }),
        role: also ? [role, also] : role,
        ...(department && { department }),
        ...(scopes && { scopes }),
      };
      return { accountId: id, claims: () => claims };
    },
  });
}

/** No session at the provider: locally the next sign-in is usually with another account. */
async function forget(provider: Provider, { headers }: IncomingMessage): Promise<void> {
  const [, id] = /(?:^|; )_session=([\w-]+)/.exec(headers.cookie ?? '') ?? [];
  await (id === undefined ? undefined : await provider.Session.find(id))?.destroy();
}

/** Shows the list of accounts, or signs in as the chosen one. */
async function choose(
  provider: Provider,
  accounts: ReadonlyMap<string, Account>,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { uid } = await provider.interactionDetails(req, res);
  if (req.method !== 'POST') {
    res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
    res.end(pickList([...accounts.values()], `/interaction/${uid}`));
    return;
  }
  const account = (await formIn(req)).get('account') ?? '';
  const result = accounts.has(account)
    ? { login: { accountId: account, remember: false } }
    : { error: 'access_denied', error_description: 'nobody was chosen' };
  await provider.interactionFinished(req, res, result);
}

async function formIn(req: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const part of req) {
    text += String(part);
    if (text.length > longestForm) throw new Error('the form is too long');
  }
  return new URLSearchParams(text);
}
