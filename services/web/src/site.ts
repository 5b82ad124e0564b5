import { health } from '@lianban/http';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { accessLog } from './http/access-log';
import { answering, sendFailure } from './http/answering';
import type { Site } from './http/request-context';
import { serveAssets } from './http/assets';
import { NotFound } from './http/failures';
import { securityHeaders } from './http/headers';
import { securityTxt } from './http/security-txt';
import { routes } from './routes';

const mostBytesOfAForm = '64kb';

/** The residents' site: server-rendered pages from the API's answers. It stores nothing and decides nothing. */
export function createSite(site: Site): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.enable('case sensitive routing');

  app.use(
    health(site.isReady),
    securityHeaders,
    serveAssets(site.assets),
    securityTxt(site.securityContact),
    accessLog(site.log),
  );
  const answer = answering(site);
  const readForm = express.urlencoded({ extended: false, limit: mostBytesOfAForm });
  for (const route of routes)
    if (route.method === 'get') app.get(route.path, answer(route));
    else app.post(route.path, readForm, answer(route));
  app.use(answer({ method: 'get', path: 'unmatched', handler: nothingHere }), unreadable(site));
  return app;
}

const nothingHere = () => {
  throw new NotFound();
};

/** A form too large or malformed fails before any handler. */
const unreadable =
  (site: Site): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    site.log.warn({ err: error }, 'request could not be parsed');
    if (res.headersSent) next(error);
    else sendFailure(error, req, res, site);
  };
