import express, { type Router } from 'express';

/** Kubernetes' three probes. Liveness means that the event loop answers: a service that is down behind this one does not fail it. */
export function health(isReady: () => boolean): Router {
  let started = false;
  const answers: Record<string, () => boolean> = {
    '/healthz/live': () => true,
    '/healthz/ready': isReady,
    '/healthz/startup': () => (started ||= isReady()),
  };
  const router = express.Router();
  for (const [path, isWell] of Object.entries(answers))
    router.get(path, (_req, res) => {
      const well = isWell();
      res.set('Cache-Control', 'no-store');
      res.status(well ? 200 : 503).json({ status: well ? 'ok' : 'unavailable' });
    });
  return router;
}
