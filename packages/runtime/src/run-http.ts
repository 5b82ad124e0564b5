import type { RequestListener } from 'node:http';
import type { Logger } from 'pino';
import { type Config, readConfig } from './config';
import { environment } from '@lianban/settings';
import { warnOfSettings } from './warn-of-settings';
import { fatalTo } from './fatal';
import { serveHealth } from './serve-health';
import { tuneGc } from './tune-gc';
import { createLog, startTelemetry } from '@lianban/telemetry';
import { type HttpServer, listen } from './listen';

export interface HttpSurroundings {
  readonly config: Config;
  readonly log: Logger;
  /** False from the moment the process was told to stop. */
  readonly isReady: () => boolean;
  /** Aborts then. */
  readonly stopping: AbortSignal;
}

/** What a program that answers over HTTP, and keeps nothing, opens once its settings are read. */
export interface HttpProgram {
  readonly app: RequestListener;
  readonly port: number;
  /** Milliseconds a request may take to be told. */
  readonly requestTimeoutMs: number;
  /** More for the line that says it is ready. */
  readonly about?: Readonly<Record<string, unknown>>;
  /** Lets go of what was opened, after the last request. */
  close?(): void;
}

/**
 * What the main.ts of such a program does: settings, telemetry, start, probes, signals. Told to stop it is no longer ready, lets
 * what is under way end within its grace period, and ends; a second signal ends it at once.
 */
export async function runHttp(
  name: string,
  open: (surroundings: HttpSurroundings) => Promise<HttpProgram>,
): Promise<void> {
  try {
    const config = readConfig(environment);
    const telemetry = await startTelemetry(name, config.telemetry);
    const log = createLog(name, config.log.level);
    process.on('uncaughtException', fatalTo(log));
    warnOfSettings(config, log);
    const stopping = new AbortController();
    const isReady = () => !stopping.signal.aborted;
    let end = async (): Promise<void> => undefined;
    const stop = async (signal: string) => {
      if (stopping.signal.aborted) process.exit(1);
      log.info({ signal }, 'stopping');
      setTimeout(() => process.exit(1), config.stop.graceMs).unref();
      stopping.abort();
      await end();
      await telemetry.flush();
      process.exit(0);
    };
    // Before anything is waited for: the first process of a container is not ended by a signal it does not listen to.
    process.on('SIGTERM', (signal) => void stop(signal));
    process.on('SIGINT', (signal) => void stop(signal));
    const program = await open({ config, log, isReady, stopping: stopping.signal });
    tuneGc();
    const { bind, port } = config.health;
    const server = await listen(program.app, bind, program.port, program.requestTimeoutMs);
    const probes = await serveHealth(
      { startup: () => true, ready: isReady, live: () => true },
      bind,
      port,
      telemetry.metrics,
    );
    end = () => endOf(server, program, probes, config.stop.graceMs);
    log.info({ port: server.port, ...program.about }, 'ready');
  } catch (error) {
    process.stderr.write(`${name} did not start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

async function endOf(
  server: HttpServer,
  program: HttpProgram,
  probes: { close(): Promise<unknown> },
  graceMs: number,
): Promise<void> {
  // Some of the grace is kept for the traces of what was the last to end.
  await server.stop(graceMs * 0.8);
  await probes.close();
  program.close?.();
}
