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

/** Everything that is neither API nor sign-in comes from the service `web`, through here. */
export function pages({ site, sessions, rates, log }: Ports, limits: GatewayLimits): RequestHandler {
  // Apart from the API's: a page asks the API while it holds a place here.
  const places = new Places(limits.pages);
  const policies = policiesFor(site.issuer.origin);

  return async (req, res) => {
    check(req);
    requireSameOrigin(req, site.origin);
    const leave = places.take();
    res.once('close', leave);
    const trace = traceOf(req, 'pages');
    try {
      const found = await sessions.find(req);
      if (found) await rates.person(`${found.identity.role}:${found.identity.id}`);
      else await limitAddress(req, rates.address);
      const token = found && (await site.tokenFor(found.identity));
      const told = { origin: site.origin, address: req.ip, token, traceparent: trace.traceparent };
      const answer = await site.web.send(req, res, told);
      if (isPage(answer)) {
        res.vary('Cookie');
        // Also from the history of a browser, when the next person sits down at it.
        if (found) answer.headers['cache-control'] = 'private, no-store';
        if (found) await sessions.renew(res, found);
      }
      answer.headers['cache-control'] ??= isPage(answer) ? 'private, no-cache' : 'no-store';
      const named = answer.headers['content-security-policy'];
      res.set('Content-Security-Policy', isDesk(req.path) ? policies.desk(String(named)) : policies.resident);
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
  // "GET http://elsewhere/ HTTP/1.1" is for proxies that lead anywhere; this one leads to one place.
  if (!req.originalUrl.startsWith('/'))
    throw new Problem(400, 'malformed-request', 'The request target must be a path.');
}

/** A page differs by person, language and mode; what is no page is the same for all, and says how long it may be kept. */
const isPage = ({ headers }: IncomingMessage): boolean => (headers['content-type'] ?? '').startsWith('text/html');
