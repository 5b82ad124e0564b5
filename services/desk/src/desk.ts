import { randomBytes } from 'node:crypto';
import { health, sendForEver } from '@lianban/http';
import express, { type Express, type RequestHandler } from 'express';
import type { BuiltDesk } from './built-desk';

/** The desk as it is sent to browsers, below /desk. It decides nothing: the browser asks the gateway's API. */
export function createDesk(desk: BuiltDesk, isReady: () => boolean): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(health(isReady), serveDesk(desk), (_req, res) => void res.status(404).end());
  return app;
}

/**
 * Serves its files, and its page for every other path, because it routes in the browser. It creates styles at run time:
 * each answer carries a new nonce for them, which the gateway puts into the page's policy.
 */
const serveDesk =
  ({ page, files }: BuiltDesk): RequestHandler =>
  (req, res, next) => {
    const isDesk = req.path === '/desk' || req.path.startsWith('/desk/');
    if (!isDesk || !['GET', 'HEAD'].includes(req.method)) return next();
    const file = files.get(req.path);
    res.set({ Vary: 'Accept-Encoding', 'X-Content-Type-Options': 'nosniff' });
    if (file) sendForEver(file, req, res);
    else if (req.path.startsWith('/desk/assets/')) res.status(404).end();
    else {
      const nonce = randomBytes(18).toString('base64url');
      res.set({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
      res.set('Content-Security-Policy', `style-src 'self' 'nonce-${nonce}'`).end(page(nonce));
    }
  };
