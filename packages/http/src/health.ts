import type { RequestHandler } from 'express';

/** The three probes. Another service that is down does not fail them: pages say what still works. */
export const health =
  (isReady: () => boolean): RequestHandler =>
  (req, res, next) => {
    const probe = /^\/healthz\/(startup|ready|live)$/.exec(req.path)?.[1];
    if (!probe) return next();
    const well = probe === 'live' || isReady();
    res.set('Cache-Control', 'no-store').status(well ? 200 : 503);
    res.type('text/plain').send(well ? 'ok\n' : 'not yet\n');
  };
