import { ConfigError, environment, readSettings } from '@lianban/settings';
import { readConfig } from './config';
import { warnOfSettings } from './warn-of-settings';
import { fatalTo } from './fatal';
import { tuneGc } from './tune-gc';
import { createLog, startTelemetry } from '@lianban/telemetry';
import type { ServiceSpec } from './service-spec';
import { type Running, startService } from './start-service';

/**
 * What every main.ts does: telemetry first, config, start, signals. Wrong settings end the process with all their names on
 * stderr; a second signal, or a stop that takes longer than its grace period, ends it at once.
 */
export async function runService<S>(spec: ServiceSpec<S>): Promise<void> {
  try {
    const { config, settings } = readAll(spec);
    const log = createLog(spec.name, config.log.level);
    warnOfSettings(config, log);
    const telemetry = await startTelemetry(spec.name, config.telemetry);
    const fatal = fatalTo(log);
    process.on('uncaughtException', fatal);
    let running: Running | undefined = undefined;
    let stopping = false;
    const stop = async (signal: string) => {
      // While it still waits for a database there is nothing to finish.
      if (!running) process.exit(0);
      if (stopping) process.exit(1);
      stopping = true;
      log.info({ signal }, 'stopping');
      setTimeout(() => process.exit(1), config.stop.graceMs).unref();
      await running.stop();
      await telemetry.flush();
      process.exit(0);
    };
    // Before anything is waited for: the first process of a container is not ended by a signal it does not listen to.
    process.on('SIGTERM', (signal) => void stop(signal));
    process.on('SIGINT', (signal) => void stop(signal));
    const parts = spec.compose(settings, config);
    running = await startService(spec.name, parts, config, log, fatal, telemetry.metrics);
    tuneGc();
  } catch (error) {
    process.stderr.write(`${spec.name} did not start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** The platform's settings and the service's own; what is wrong in either is told at once. */
function readAll<S>(spec: ServiceSpec<S>) {
  const [config, settings] = [
    attempt(() => readConfig(environment)),
    attempt(() => (spec.settings ? readSettings(spec.settings, environment) : (undefined as S))),
  ];
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
