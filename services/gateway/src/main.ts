import {
  createLog,
  environment,
  grpcSecurity,
  listen,
  readConfig,
  readSettings,
  serveHealth,
  startTelemetry,
} from '@lianban/platform';
import { createGateway } from './gateway';
import { connectPeers } from './peers';
import { localKeysFolder, localSessionKeys } from './local/keys';
import { signInSettings } from './sign-in/settings';
import { openSite } from './site';
import { gatewaySettings, tokenSettings } from './settings';
import { createVerifier } from './token/verify';

// A file of 10 MB takes minutes on a slow line; what is read as JSON has a bound of its own.
const requestTimeoutMs = 300_000;

async function main(): Promise<void> {
  const config = readConfig(environment);
  const telemetry = await startTelemetry('gateway', config.telemetry);
  const log = createLog('gateway', config.log.level);
  const settings = readSettings(gatewaySettings, environment);
  const signingIn = readSettings(signInSettings, environment);
  const keys = signingIn.keys ?? (await localSessionKeys(localKeysFolder));
  const site = openSite(settings, signingIn, keys, createVerifier(await tokenSettings(settings)));
  const peers = connectPeers(config.grpc.peers, grpcSecurity('gateway', config.grpc.tls, log));
  const stopping = new AbortController();
  const isReady = () => !stopping.signal.aborted;
  const app = createGateway({ ...peers, ...site, log, isReady, stopping: stopping.signal });
  const server = await listen(app, config.health.bind, settings.port, requestTimeoutMs);
  const { bind, port } = config.health;
  const probes = await serveHealth(
    { startup: () => true, ready: isReady, live: () => true },
    bind,
    port,
    telemetry.metrics,
  );
  log.info({ port: server.port, desks: Object.keys(peers.desks) }, 'ready');

  const stop = async (signal: string) => {
    if (stopping.signal.aborted) process.exit(1);
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), config.stop.graceMs).unref();
    stopping.abort();
    // Some of the grace is kept for the traces of what was the last to end.
    await server.stop(config.stop.graceMs * 0.8);
    await probes.close();
    peers.close();
    site.site.web.close();
    await telemetry.flush();
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void stop(signal));
  process.on('SIGINT', (signal) => void stop(signal));
}

main().catch((error: unknown) => {
  process.stderr.write(`gateway did not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
