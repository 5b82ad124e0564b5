import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';
import { traceOf } from '@lianban/runtime';
import { Places } from '../http/in-flight';
import { Problem } from '../http/problem';
import { requireSameOrigin } from '../http/same-origin';
import { limitAddress } from '../limits/address';
import type { GatewayLimits, Ports } from '../ports';
import { sendOn } from './forward';
import { isDesk, policiesFor } from './policies';

const allowed = 'GET, HEAD, POST';

/** Forwards the officers' desk to the service `desk`, and everything else that is neither API nor sign-in to `web`. */
export function pages({ site, sessions, rates, log }: Ports, limits: GatewayLimits): RequestHandler {
  const policies = policiesFor(site.issuer.origin);
  // Places separate from the API's limit: a page calls the API while it holds one. And from each other's: when one of the two
  // services hangs, the other's pages go on.
  const residents = {
    upstream: site.web,
    places: new Places(limits.pages),
    policyOf: () => policies.resident,
    tokenFor: site.tokenFor,
  };
  const desk = {
    upstream: site.desk,
    places: new Places(limits.pages),
    policyOf: policies.desk,
    // It asks the API from the browser, with the session.
    tokenFor: () => undefined,
  };

  return async (req, res) => {
    check(req);
    requireSameOrigin(req, site.origin);
    const { upstream, places, policyOf, tokenFor } = isDesk(req.path) ? desk : residents;
    const leave = places.take();
    // The logs, the limit, and the stream from the upstream all wait for its end: eleven, where ten are taken for a leak.
    res.setMaxListeners(20);
    res.once('close', leave);
    const trace = traceOf(req, 'pages');
    try {
      const found = await sessions.find(req);
      if (found) await rates.person(`${found.identity.role}:${found.identity.id}`);
      else await limitAddress(req, rates.address);
      const token = found && (await tokenFor(found.identity));
      const { role, roles = [] } = found?.identity ?? {};
      const inOrder = role ? [role, ...roles.filter((each) => each !== role)] : [];
      const { traceparent } = trace;
      const name = found?.session.claims.name;
      const told = { origin: site.origin, address: req.ip, roles: inOrder, name, token, traceparent };
      const answer = await upstream.send(req, res, told);
      if (isPage(answer)) {
        res.vary('Cookie');
        // Keeps pages out of the browser's history, for the next person at the same computer.
        if (found) answer.headers['cache-control'] = 'private, no-store';
        if (found) await sessions.renew(req, res, found);
      }
      answer.headers['cache-control'] ??= isPage(answer) ? 'private, no-cache' : 'no-store';
      const named = answer.headers['content-security-policy'];
      res.set('Content-Security-Policy', policyOf(String(named)));
      await sendOn(answer, res).catch((error: unknown) => log.debug({ err: error }, 'page cut off'));
      trace.end();
    } catch (error) {
      trace.end(error);
      throw error;
    }
  };
}

function check(req: Request): void {
  if (!allowed.includes(req.method))
    throw new Problem(405, 'method-not-allowed', `Pages answer to ${allowed} only.`, { headers: { Allow: allowed } });
  // "GET http://elsewhere/ HTTP/1.1" is for open proxies; this one has one upstream.
  if (!req.originalUrl.startsWith('/'))
    throw new Problem(400, 'malformed-request', 'The request target must be a path.');
}

/** Pages vary by person, language and mode; other files are the same for all and carry their own cache lifetime. */
const isPage = ({ headers }: IncomingMessage): boolean => (headers['content-type'] ?? '').startsWith('text/html');
