import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express';
import type { Log } from '@lianban/telemetry';
import { accessLog } from './http/access-log';
import { problemOfError, report } from './http/failures';
import { securityHeaders } from './http/headers';
import { health } from './http/health';
import { Problem, sendProblem } from './http/problem';
import type { AnyRoute } from './http/route';
import { NOTIFY_PATH, notify } from './notifications/notify';
import { serving } from './http/serve';
import { sendOwnPage } from './pages/own-page';
import { pages } from './pages/pages';
import { type GatewayLimits, type Ports, limits as usualLimits } from './ports';
import { routes } from './routes';
import { noteProblem, watchSecurity } from './security/watch';
import { signIn } from './sign-in/sign-in';

/** The API gateway: REST in, gRPC out. It decides nothing and stores nothing; every dependency is passed in as a port. */
export function createGateway(ports: Ports, limits: GatewayLimits = usualLimits): Express {
  const app = express();
  app.disable('x-powered-by');
  // Only the services know versions: Express would derive an ETag from bytes, which If-Match could not be compared with.
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.set('trust proxy', [...ports.trustedProxies]);

  app.use(
    accessLog(ports.log),
    watchSecurity(ports.security),
    securityHeaders(ports.site.origin),
    health(ports.isReady),
  );
  app.post(NOTIFY_PATH, notify(ports));
  const serve = serving(ports, limits);
  for (const route of routes) app[route.method](route.path, serve(route));
  for (const [path, methods] of methodsByPath(routes)) app.all(path, otherMethod(methods));
  app.use(signIn(ports));
  app.use(['/api', '/auth', '/healthz'], nothingHere);
  // Registered as a route, so that the access log has a pattern for it.
  app.all('/{*page}', pages(ports, limits));
  app.use(failed(ports.log));
  return app;
}

function methodsByPath(all: readonly AnyRoute[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { path, method } of all) {
    const allowed = method === 'get' ? 'GET, HEAD' : method.toUpperCase();
    found.set(path, [found.get(path), allowed].filter(Boolean).join(', '));
  }
  return found;
}

const otherMethod =
  (allowed: string): RequestHandler =>
  (req, res) => {
    if (req.method === 'OPTIONS') res.status(204).set('Allow', allowed).end();
    else
      throw new Problem(405, 'method-not-allowed', `This address answers to ${allowed} only.`, {
        headers: { Allow: allowed },
      });
  };

const nothingHere: RequestHandler = () => {
  throw new Problem(404, 'not-found', 'There is nothing at this address.');
};

/** Browsers prefer HTML in Accept and get an HTML error page; other clients get problem+json. */
const isForPrograms = (req: Request): boolean =>
  req.path.startsWith('/api/') || req.accepts(['json', 'html']) !== 'html';

const failed =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    report(log, req, error);
    noteProblem(res, problemOfError(error).slug);
    // After the headers are sent no error can be reported: Express closes the connection.
    if (res.headersSent) next();
    else if (isForPrograms(req)) sendProblem(res, problemOfError(error));
    else sendOwnPage(res, problemOfError(error));
  };
