import {
  createLog,
  environment,
  listen,
  readConfig,
  readSettings,
  serveHealth,
  startTelemetry,
} from '@lianban/platform';
import { createApi } from './api/api';
import { createPackages } from './catalogue/packages';
import { loadAssets } from './http/assets';
import { loadDesk } from './http/desk';
import { webSettings } from './settings';
import { createSite } from './site';

const requestTimeoutMs = 30_000;

async function main(): Promise<void> {
  const config = readConfig(environment);
  const telemetry = await startTelemetry('web', config.telemetry);
  const log = createLog('web', config.log.level);
  const settings = readSettings(webSettings, environment);
  const stopping = new AbortController();
  const isReady = () => !stopping.signal.aborted;
  const api = createApi(settings.apiUrl);
  const site = createSite({ api, packages: createPackages(api), assets: loadAssets(), desk: loadDesk(), log, isReady });
  const { bind, port } = config.health;
  const server = await listen(site, bind, settings.port, requestTimeoutMs);
  const probes = await serveHealth(
    { startup: () => true, ready: isReady, live: () => true },
    bind,
    port,
    telemetry.metrics,
  );
  log.info({ port: server.port }, 'ready');

  const stop = async (signal: string) => {
    if (stopping.signal.aborted) process.exit(1);
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), config.stop.graceMs).unref();
    stopping.abort();
    // Some of the grace is kept for the traces of what was the last to end.
    await server.stop(config.stop.graceMs * 0.8);
    await probes.close();
    await telemetry.flush();
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void stop(signal));
  process.on('SIGINT', (signal) => void stop(signal));
}

main().catch((error: unknown) => {
  process.stderr.write(`web did not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
