import type { RequestListener } from 'node:http';
import type { Log } from '@lianban/telemetry';
import type { Config } from './config';
import { listen } from './listen';
import { run } from './run';
import { serveHealth } from './serve-health';
import { tuneGc } from './tune-gc';

export interface HttpContext {
  readonly config: Config;
  readonly log: Log;
  /** False from the moment the process is told to stop. */
  readonly isReady: () => boolean;
  /** Aborts at that moment. */
  readonly stopping: AbortSignal;
}

/** A program that answers over HTTP and stores nothing. */
export interface HttpProgram {
  readonly app: RequestListener;
  readonly port: number;
  /** Milliseconds in which a request must have arrived completely. */
  readonly requestTimeoutMs: number;
  /** More fields for the log line "ready". */
  readonly about?: Readonly<Record<string, unknown>>;
  /** Closes what `open` opened, after the last request. */
  close?(): void;
}

/** Runs such a program as a process. When told to stop, it is no longer ready and finishes the requests in progress. */
export const runHttp = (name: string, open: (context: HttpContext) => Promise<HttpProgram>): Promise<void> =>
  run(name, undefined, async (_, { config, log, stopping, metrics }) => {
    const isReady = () => !stopping.aborted;
    const program = await open({ config, log, isReady, stopping });
    tuneGc();
    const { bind, port } = config.health;
    const server = await listen(program.app, bind, program.port, program.requestTimeoutMs);
    const health = await serveHealth({ startup: () => true, ready: isReady, live: () => true }, bind, port, metrics);
    log.info({ port: server.port, ...program.about }, 'ready');
    return {
      stop: async () => {
        // The rest of the grace period is for exporting the last traces.
        await server.stop(config.stop.graceMs * 0.8);
        await health.close();
        program.close?.();
      },
    };
  });
