import { type Log, histograms } from '@lianban/telemetry';
import type { Request, RequestHandler, Response } from 'express';

/** The pattern of the route, so that no id of an application or a person is logged. */
export const patternOf = (req: Request): string => (req.route as { path?: string } | undefined)?.path ?? 'unmatched';

/** Logs one line per request: method, route pattern, status, milliseconds. Never the path, a body or a token. */
export const accessLog =
  (log: Log): RequestHandler =>
  (req, res, next) => {
    const began = performance.now();
    res.once('close', () => {
      const route = patternOf(req);
      const ms = Math.round(performance.now() - began);
      measure(req, res, route, performance.now() - began);
      const entry = { method: req.method, route, status: res.statusCode, ms, ended: res.writableFinished };
      if (route.startsWith('/healthz')) log.debug(entry, 'request');
      else log.info(entry, 'request');
    });
    next();
  };

/** Duration is measured for neither probes nor live streams, which last as long as somebody watches. */
function measure(req: Request, res: Response, route: string, ms: number): void {
  if (route.startsWith('/healthz') || res.getHeader('content-type') === 'text/event-stream') return;
  histograms.requests().record(ms / 1000, {
    'http.request.method': req.method,
    'http.route': route,
    'http.response.status_code': res.statusCode,
  });
}
