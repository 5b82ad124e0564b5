import type { RequestListener } from 'node:http';
import { type GrpcServer, believedPersons, grpcSecurity, serveGrpc } from '@lianban/grpc';
import { isPassing } from '@lianban/mongo';
import type { Log } from '@lianban/telemetry';
import { createApp } from './app';
import type { Config } from './config';
import { observeService } from './gauges';
import { openCatalogue } from './open-catalogue';
import { openHolidays } from './open-holidays';
import { type Consumption, openConsumption } from './open-consumption';
import { openOperations } from './open-operations';
import { type Projections, openProjections } from './open-projections';
import { type WritePath, openWritePath } from './open-write-path';
import { probesOf } from './probes';
import { serveHealth } from './serve-health';
import type { Started } from './program';
import type { App, Composition } from './service-spec';
import { startJobs } from './start-jobs';
import { type StopStep, stopInSteps } from './stop-in-steps';

export interface Running extends Started {
  readonly app: App;
  readonly grpcPort: number;
  readonly healthPort: number;
  /**
   * Within the grace period: stops being ready, accepts no calls and records, finishes what it accepted, publishes it,
   * leaves the group, closes. What cannot be finished because a server is away is left to other processes. Never throws.
   */
  stop(): Promise<void>;
}

/**
 * Starts a service with MongoDB, Kafka and gRPC, for a main.ts or a test. Waits for a database that is away; while a broker
 * is away the service is not ready.
 * @param onFatal called once when the service cannot go on and should be started again
 * @param metrics answers scrapes, on the port of the probes
 */
export async function startService(
  name: string,
  parts: Composition,
  config: Config,
  log: Log,
  onFatal: (error: Error) => void,
  metrics?: RequestListener,
): Promise<Running> {
  const security = grpcSecurity(name, config.grpc.tls, log);
  const persons = await believedPersons(name, config.persons, log);
  const probes = { ready: () => false, live: () => true, degraded: (): readonly string[] => [] };
  const health = await openHealth(probes, config, metrics);
  const writePath = await openWritePath(name, parts, config, security, log);
  // Before the topics are read: those of departments are among what it says.
  const catalogue = await openCatalogue(parts, writePath, log);
  const holidays = await openHolidays(parts, writePath, log);
  const consumption = openConsumption(name, parts, writePath, config, log, onFatal);
  const projections = await openProjections(name, parts, writePath, config, log);
  catalogue.onChange(async () => {
    consumption.follow();
    await projections.follow();
  });
  const app = createApp(name, { ...writePath, projections }, log);

  let stopping = false;
  // Only the first join counts: during a later rebalance calls are still answered.
  let joined = !consumption.consumer;
  void consumption.consumer?.joined.then(() => (joined = true));
  const { ready, live } = probesOf({ ...writePath, ...consumption, isOpen: () => joined && !stopping });
  const degraded = () => [
    ...[...consumption.missing.sentences(), ...projections.failures(), ...catalogue.sentences()],
    ...(holidays?.sentences ?? []),
  ];
  Object.assign(probes, { live, degraded });
  const endGauges = observeService(name, { ...writePath, ...consumption, projections, catalogue, holidays });

  const { bind, port } = config.grpc;
  const operations = openOperations(name, parts, writePath, consumption, config, log);
  const services = [...(parts.grpc?.(app) ?? []), operations];
  const grpc = await serveGrpc(services, { bind, port, log, isReady: ready, security, persons, isPassing });
  probes.ready = ready;
  consumption.consumer?.start();
  projections.start();
  const jobs = startJobs(app, parts, writePath, consumption, projections, catalogue, holidays, config, log);
  log.info({ grpc: grpc.port, health: health.port, processId: writePath.processId }, 'service started');

  const shutDown = async () => {
    stopping = true;
    const { graceMs } = config.stop;
    const endAll = () => (endGauges(), jobs.endGauges());
    const told = { end: () => Promise.all([catalogue.end(), holidays?.end()]) };
    const steps = stopSteps(grpc, writePath, consumption, projections, told, jobs, endAll, graceMs);
    await stopInSteps([...steps, { name: 'health', until: 0.95, act: () => health.close() }], graceMs, log);
    log.info('service stopped');
  };
  let stopped: Promise<void> | undefined;
  const ports = { grpcPort: grpc.port, healthPort: health.port };
  return { app, ...ports, isReady: ready, isLive: live, stop: () => (stopped ??= shutDown()) };
}

type Probes = Parameters<typeof serveHealth>[0];

const openHealth = (
  probes: Pick<Probes, 'ready' | 'live' | 'degraded'>,
  { health: { bind, port } }: Config,
  metrics?: RequestListener,
) =>
  serveHealth(
    {
      startup: () => true,
      ready: () => probes.ready(),
      live: () => probes.live(),
      degraded: () => probes.degraded?.() ?? [],
    },
    bind,
    port,
    metrics,
  );

/** Calls first, the database last: each step may need what later steps close. */
const stopSteps = (
  grpc: GrpcServer,
  { durableRequests, queue, relay, producer, peers, clock, db }: WritePath,
  { consumer }: Consumption,
  projections: Pick<Projections, 'stop'>,
  told: { end(): Promise<unknown> },
  jobs: { stop(): Promise<unknown> },
  endGauges: () => void,
  graceMs: number,
): readonly StopStep[] => [
  { name: 'calls', until: 0.35, act: () => grpc.stop(graceMs / 3) },
  { name: 'consumer', until: 0.6, act: () => consumer?.stop() },
  { name: 'requests', until: 0.6, act: () => durableRequests.stop() },
  { name: 'jobs', until: 0.65, act: () => jobs.stop() },
  { name: 'accepted commands', until: 0.7, act: () => queue.close() },
  { name: 'commands left', until: 0.7, act: () => queue.abandon() },
  { name: 'outbox', until: 0.75, act: () => relay.close() },
  { name: 'producer', until: 0.85, act: () => producer.close() },
  { name: 'projections', until: 0.85, act: () => projections.stop() },
  { name: 'what it runs on', until: 0.85, act: () => told.end() },
  { name: 'peers', until: 0.85, act: () => peers.close() },
  { name: 'gauges', until: 0.85, act: endGauges },
  { name: 'clock', until: 0.85, act: () => clock.stop() },
  { name: 'database', until: 0.9, act: () => db.close() },
];
