import type { Log } from '@lianban/platform';
import type { Request, RequestHandler } from 'express';

/** The route as it is written, so that no id of an application or a person stands in a log. */
export const patternOf = (req: Request): string => (req.route as { path?: string } | undefined)?.path ?? 'unmatched';

/** One line for each request: method, route pattern, status, milliseconds. Never the path, a body or a token. */
export const accessLog =
  (log: Log): RequestHandler =>
  (req, res, next) => {
    const began = performance.now();
    res.once('close', () => {
      const route = patternOf(req);
      const ms = Math.round(performance.now() - began);
      const entry = { method: req.method, route, status: res.statusCode, ms, ended: res.writableFinished };
      if (route.startsWith('/healthz')) log.debug(entry, 'request');
      else log.info(entry, 'request');
    });
    next();
  };
