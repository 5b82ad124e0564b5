import type { Log } from '@lianban/telemetry';
import type { RequestHandler } from 'express';

/** Logs one line per page: method, route pattern, status, milliseconds. Never the path, which may identify a person. */
export const accessLog =
  (log: Log): RequestHandler =>
  (req, res, next) => {
    const began = performance.now();
    res.once('close', () => {
      const route = (req.route as { path?: string } | undefined)?.path ?? 'unmatched';
      const ms = Math.round(performance.now() - began);
      log.info({ method: req.method, route, status: res.statusCode, ms, ended: res.writableFinished }, 'request');
    });
    next();
  };
