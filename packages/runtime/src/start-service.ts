import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import {
  Asker,
  Parking,
  chunkHandler,
  Line,
  batchRunner,
  type Database,
  type Entry,
  Relay,
  openDatabase,
  heardUpTo,
  wakeDue,
} from '@lianban/engine';
import { Backoff } from '@lianban/backoff';
import type { Config } from './config';
import { failureOf, grpcSecurity, serveGrpc } from '@lianban/grpc';
import { serveHealth } from './serve-health';
import { guardedConsumer, guardedProducer, kafkaAdmin } from '@lianban/kafka';
import { isPassing, isUnreachable } from '@lianban/mongo';
import type { Log } from '@lianban/telemetry';
import { openClock } from './clock';
import { repeat } from './periodic-job';
import { createApp } from './app';
import { observeCounted } from './polled-gauges';
import { crashPoints } from './failpoints';
import { observeService, observeWorkers } from './gauges';
import { kafkaMetrics } from './kafka-metrics';
import { missingTopics } from './missing-topics';
import { openPeers } from './peers';
import { probesOf } from './probes';
import type { App, Composition } from './service-spec';
import { stopInSteps } from './stop-in-steps';

export interface Running {
  readonly app: App;
  readonly grpcPort: number;
  readonly healthPort: number;
  isReady(): boolean;
  /**
   * Not ready → takes nothing new → finishes what it took → publishes it → leaves the group → closes, all within the grace
   * period; what cannot be finished because something is away is left to others. Never throws.
   */
  stop(): Promise<void>;
}

/**
 * Stands a service up on real MongoDB, Kafka and gRPC. Used by every main.ts and, with the same arguments, by tests.
 * Waits for a database that is away; a broker that is away is waited for afterwards.
 * @param metrics answers GET /metrics on the health port
 * @param onFatal a consumer that can never go on: the process is to exit and be started anew
 */
export async function startService(
  name: string,
  parts: Composition,
  config: Config,
  log: Log,
  onFatal: (error: Error) => void,
  metrics?: RequestListener,
): Promise<Running> {
  const { topicPrefix, ...reach } = config.kafka;
  const { graceMs } = config.stop;
  const connection = { ...reach, clientId: name };
  const security = grpcSecurity(name, config.grpc.tls, log);
  const processId = `${name}-${randomUUID()}`;
  const probes = { ready: () => false, live: () => true, degraded: (): readonly string[] => [] };
  const health = await serveHealth(
    { startup: () => true, ready: () => probes.ready(), live: () => probes.live(), degraded: () => probes.degraded() },
    config.health.bind,
    config.health.port,
    metrics,
  );
  const open = () => openDatabase(config.mongo.url, `${config.mongo.dbPrefix}${name}`, parts.kinds);
  const db = await untilReachable(open, log);
  const clock = await openClock(db, config);
  const producer = guardedProducer({
    connection,
    log,
    metrics: kafkaMetrics,
    settings: { closeTimeoutMs: graceMs / 10 },
  });
  const crash = crashPoints(config.crashAt);
  const publish = crash.publish((records) => producer.send(records));
  const relay = new Relay(db, processId, publish, log);
  const kinds = new Map(parts.kinds.map((kind) => [kind.name, kind]));
  const questions = parts.questions ?? {};
  const context = {
    service: name,
    topic: `${topicPrefix}${name}.v1`,
    kinds,
    askMs: (ask: string) => questions[ask]?.deadlineMs ?? 60_000,
  };
  const onCommitted = (changed: readonly Entry[]) => asker.ask(changed);
  const run = batchRunner({ db, relay, context, now: clock.now, log, onCommitted, commit: crash.commit });
  const line = new Line(run, { maxCommands: config.batch.maxCommands, isPassing, log });
  const peers = openPeers(name, config.grpc.peers, security);
  const asker = new Asker({
    ...{ db, kinds: [...kinds.keys()], questions, call: peers.call, failureOf, line, now: clock.now, log },
  });
  const app = createApp(name, db, line, clock, log);

  const hears = parts.hears ?? [];
  const groupId = `${topicPrefix}${name}`;
  const topics = hears.map(({ topic }) => topicPrefix + topic);
  const parking = new Parking(db, log);
  const missing = missingTopics(hears, topicPrefix, log);
  probes.degraded = missing.sentences;
  const chunks = chunkHandler({
    service: name,
    hears,
    topicPrefix,
    line,
    parking,
    send: (records) => producer.send(records),
    log,
  });
  const consumer =
    hears.length > 0
      ? guardedConsumer({
          connection,
          groupId,
          topics,
          log,
          metrics: kafkaMetrics,
          settings: { stopTimeoutMs: graceMs / 5 },
          onChunk: crash.handle(chunks.handle),
          onFatal,
          onMissing: missing.change,
        })
      : undefined;
  consumer?.onAssigned((assigned) => parking.reload(assigned));
  const admin = kafkaAdmin(connection, log);
  const heard =
    consumer &&
    heardUpTo(async () => {
      const certain = consumer.topics();
      return certain && admin.standing(groupId, certain);
    }, clock.now);

  let stopping = false;
  // A rebalance stops the reading for a moment, in every member at once; callers are served all the same.
  let joined = !consumer;
  void consumer?.joined.then(() => (joined = true));
  const { ready, live } = probesOf({ line, relay, db, consumer, isOpen: () => joined && !stopping });
  probes.live = live;
  const endFigures = observeService(name, { relay, parking, consumer, missing });
  const counted = observeCounted(name, db, parts.kinds, clock.now);

  const grpc = await serveGrpc(parts.grpc?.(app) ?? [], config.grpc.bind, config.grpc.port, ready, log, security);
  probes.ready = ready;
  consumer?.start();
  const workers = [
    ...(config.telemetry.metrics.length > 0 ? [repeat('counted figures', 15_000, counted.count, log)] : []),
    repeat('outbox sweep', 1_000, () => relay.sweep(), log),
    repeat('question sweep', 1_000, () => asker.sweep(), log),
    repeat('parked keys', 500, chunks.drainParked, log),
    ...(parts.repeats?.(app) ?? []).map(({ name, everyMs, turn }) => repeat(name, everyMs, turn, log)),
    repeat('deadlines', 500, () => wakeDue({ db, kinds: parts.kinds, line, now: clock.now, heard, log }), log),
  ];
  const endWorkers = observeWorkers(name, workers);
  log.info({ grpc: grpc.port, health: health.port, processId }, 'service started');

  const shutDown = async () => {
    stopping = true;
    const steps = [
      { name: 'calls under way', until: 0.35, act: () => grpc.stop(graceMs / 3) },
      { name: 'consumer', until: 0.6, act: () => consumer?.stop() },
      { name: 'questions', until: 0.6, act: () => asker.stop() },
      { name: 'workers', until: 0.65, act: () => Promise.all(workers.map((worker) => worker.stop())) },
      { name: 'commands taken', until: 0.7, act: () => line.close() },
      { name: 'commands left', until: 0.7, act: () => line.abandon() },
      { name: 'outbox', until: 0.75, act: () => relay.close() },
      { name: 'producer', until: 0.85, act: () => producer.close() },
      { name: 'peers', until: 0.85, act: () => peers.close() },
      { name: 'figures', until: 0.85, act: () => (endFigures(), endWorkers(), counted.end()) },
      { name: 'clock', until: 0.85, act: () => clock.stop() },
      { name: 'health', until: 0.9, act: () => health.close() },
      { name: 'database', until: 0.95, act: () => db.close() },
    ];
    await stopInSteps(steps, graceMs, log);
    log.info('service stopped');
  };
  let stopped: Promise<void> | undefined;
  return { app, grpcPort: grpc.port, healthPort: health.port, isReady: ready, stop: () => (stopped ??= shutDown()) };
}

async function untilReachable(open: () => Promise<Database>, log: Log): Promise<Database> {
  const backoff = new Backoff(200, 5_000);
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      log.warn({ err: error }, 'the database does not answer: trying again');
      await backoff.wait();
    }
  }
}
