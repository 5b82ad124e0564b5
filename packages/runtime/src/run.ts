import type { RequestListener } from 'node:http';
import { ConfigError, environment, readSettings } from '@lianban/settings';
import { type Log, createLog, startTelemetry } from '@lianban/telemetry';
import type { z } from 'zod';
import { type Config, readConfig } from './config';
import { fatalTo } from './fatal';
import { warnOfSettings } from './warn-of-settings';

export interface ProcessContext {
  readonly config: Config;
  readonly log: Log;
  /** Aborts when the process is told to stop. */
  readonly stopping: AbortSignal;
  /** Logs the error and exits, so that the process is started again. */
  readonly onFatal: (error: unknown) => void;
  /** Answers scrapes; undefined when Prometheus is not configured. */
  readonly metrics: RequestListener | undefined;
}

/** A started program. */
export interface Program {
  /** Finishes what is in progress, within the grace period. */
  stop(): Promise<void>;
}

/**
 * Runs a program as a process: settings, log, telemetry, start, signals. Wrong settings end the process with all their
 * names on stderr; a second signal, or a stop that takes longer than its grace period, ends it at once.
 */
export async function run<S>(
  name: string,
  ownSettings: z.ZodType<S> | undefined,
  start: (settings: S, context: ProcessContext) => Promise<Program>,
): Promise<void> {
  try {
    const { config, settings } = readAll(ownSettings);
    const log = createLog(name, config.log.level);
    const onFatal = fatalTo(log);
    process.on('uncaughtException', onFatal);
    warnOfSettings(config, log);
    const telemetry = await startTelemetry(name, config.telemetry);
    const stopping = new AbortController();
    let program: Program | undefined = undefined;
    const stop = async (signal: string) => {
      // While it still starts, for example waits for a database, there is nothing to finish.
      if (!program) process.exit(0);
      if (stopping.signal.aborted) process.exit(1);
      log.info({ signal }, 'stopping');
      setTimeout(() => process.exit(1), config.stop.graceMs).unref();
      stopping.abort();
      await program.stop();
      await telemetry.flush();
      process.exit(0);
    };
    // Before the start: the first process of a container ignores signals that it has no handler for.
    process.on('SIGTERM', (signal) => void stop(signal));
    process.on('SIGINT', (signal) => void stop(signal));
    program = await start(settings, { config, log, stopping: stopping.signal, onFatal, metrics: telemetry.metrics });
  } catch (error) {
    process.stderr.write(`${name} did not start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** Reads the platform's settings and the program's own. One error names what is wrong in either. */
function readAll<S>(ownSettings: z.ZodType<S> | undefined) {
  const config = attempt(() => readConfig(environment));
  const settings = attempt(() => (ownSettings ? readSettings(ownSettings, environment) : (undefined as S)));
  if ('value' in config && 'value' in settings) return { config: config.value, settings: settings.value };
  const wrong = [config, settings].flatMap((read) => ('wrong' in read ? [read.wrong] : []));
  throw new ConfigError(wrong.join('\n'));
}

function attempt<T>(read: () => T): { value: T } | { wrong: string } {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof ConfigError) return { wrong: error.message };
    throw error;
  }
}
