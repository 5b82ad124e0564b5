import type { RequestListener } from 'node:http';
import type { Log } from '@lianban/telemetry';
import type { Config } from './config';
import { listen } from './listen';
import type { Environment, Program } from './program';
import { serveHealth } from './serve-health';

export interface HttpContext {
  /** Where it reads its own settings. */
  readonly env: Environment;
  readonly config: Config;
  readonly log: Log;
  /** False from the moment the process is told to stop. */
  readonly isReady: () => boolean;
  /** Aborts at that moment. */
  readonly stopping: AbortSignal;
}

/** What answers over HTTP and stores nothing. */
export interface HttpApp {
  readonly app: RequestListener;
  readonly port: number;
  /** Milliseconds in which a request must have arrived completely. */
  readonly requestTimeoutMs: number;
  /** More fields for the log line "ready". */
  readonly about?: Readonly<Record<string, unknown>>;
  /** Closes what `open` opened, after the last request. */
  close?(): void | Promise<void>;
}

/** It as a program. When told to stop, it is no longer ready and finishes the requests in progress. */
export const httpProgram = (name: string, open: (context: HttpContext) => Promise<HttpApp>): Program => ({
  name,
  isEdge: true,
  configure:
    (env) =>
    async ({ config, log, stopping, metrics }) => {
      const isReady = () => !stopping.aborted;
      const opened = await open({ env, config, log, isReady, stopping });
      const { bind, port } = config.health;
      const server = await listen(opened.app, bind, opened.port, opened.requestTimeoutMs);
      const isLive = () => true;
      const health = await serveHealth({ startup: () => true, ready: isReady, live: isLive }, bind, port, metrics);
      log.info({ port: server.port, ...opened.about }, 'ready');
      return {
        isReady,
        isLive,
        stop: async () => {
          // The rest of the grace period is for exporting the last traces.
          await server.stop(config.stop.graceMs * 0.8);
          await health.close();
          await opened.close?.();
        },
      };
    },
});
