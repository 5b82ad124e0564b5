import { randomUUID } from 'node:crypto';
import { Backoff } from '@lianban/backoff';
import { CommandQueue, DurableRequests, Relay, batchRunner, openDatabase } from '@lianban/engine';
import { type GrpcSecurity, failureOf } from '@lianban/grpc';
import { guardedProducer } from '@lianban/kafka';
import { isPassing, isUnreachable } from '@lianban/mongo';
import type { Log } from '@lianban/telemetry';
import { openClock } from './clock';
import { Commits } from './commits';
import type { Config } from './config';
import { failpoints } from './failpoints';
import { connectPeers } from './peers';
import { openResealing, sealingOf } from './sealing';
import type { Composition } from './service-spec';

export type WritePath = Awaited<ReturnType<typeof openWritePath>>;

/** Opens the path of a command: queue, database, outbox, producer, and the durable requests its events raise. */
export async function openWritePath(
  name: string,
  parts: Composition,
  config: Config,
  security: GrpcSecurity,
  log: Log,
) {
  const { topicPrefix, ...brokers } = config.kafka;
  const connection = { ...brokers, clientId: name };
  const sealing = sealingOf(config);
  const database = `${config.mongo.dbPrefix}${name}`;
  const db = await whenReachable(() => openDatabase(config.mongo.url, database, parts.aggregates, sealing), log);
  const reseal = await whenReachable(() => openResealing(db, sealing, parts.ownSeals), log);
  const clock = await openClock(db, config);
  const producer = guardedProducer({ connection, log, closeTimeoutMs: config.stop.graceMs / 10 });
  const { publish, commit, handle } = failpoints(config.failpoint);
  const processId = `${name}-${randomUUID()}`;
  const relay = new Relay(
    db,
    processId,
    publish((records) => producer.send(records)),
    log,
  );
  const aggregates = new Map(parts.aggregates.map((aggregate) => [aggregate.name, aggregate]));
  const requests = parts.requests ?? {};
  const { topicsTo } = parts;
  const context = {
    service: name,
    topic: `${topicPrefix}${parts.topic}`,
    topicsTo: topicsTo && ((addressee: string) => topicsTo(addressee).map((topic) => topicPrefix + topic)),
    aggregates,
    sealFor: parts.sealFor,
    requestTimeoutMs: (request: string) => requests[request]?.deadlineMs ?? 60_000,
  };
  const commits = new Commits();
  const run = batchRunner({ db, relay, context, now: clock.now, log, commit, onCommitted: commits.notify });
  const queue = new CommandQueue(run, { maxCommands: config.batch.maxCommands, isPassing, log });
  const peers = connectPeers(name, config.grpc.addresses, security);
  const asking = parts.aggregates.flatMap((each) => (each.requests ? [each.name] : []));
  const durableRequests = new DurableRequests({
    ...{ db, aggregates: asking, requests, call: peers.call, failureOf, queue, now: clock.now, log },
  });
  commits.listen((changed) => durableRequests.send(changed));
  return { connection, db, reseal, clock, producer, processId, relay, commits, queue, peers, durableRequests, handle };
}

async function whenReachable<T>(open: () => Promise<T>, log: Log): Promise<T> {
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
