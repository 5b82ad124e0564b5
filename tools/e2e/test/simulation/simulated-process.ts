import type { AnyAggregate } from '@lianban/model';
import { CallFailed, failureOf } from '@lianban/grpc';
import { Commits, type Composition, type ServiceSpec, createApp } from '@lianban/runtime';
import { createLog } from '@lianban/telemetry';
import { ParkingLot, createInbox, handledUpTo } from '@lianban/inbox';
import {
  DurableRequests,
  CommandQueue,
  type Outcome,
  type CommandEnvelope,
  batchRunner,
  Relay,
  runDueTimers,
} from '@lianban/engine';
import { isPassing } from '@lianban/mongo';
import type { MemoryDatabase } from './memory-database';
import type { Mutation } from './mutations';
import type { Schedule } from './schedule';
import type { TopicLog } from './topic-log';

const log = createLog('simulation', 'silent');
const now = () => new Date();

/** The simulated environment of a process. */
export interface SimulatedEnvironment {
  readonly schedule: Schedule;
  readonly database: MemoryDatabase;
  readonly topics: TopicLog;
  readonly mutation: Mutation | undefined;
  /** Called with every record that had an effect. */
  readonly applied: (service: string, work: CommandEnvelope) => void;
}

const household = {
  householdKnown: true,
  persons: 2,
  monthlyIncomeCents: 0,
  savingsCents: 0,
  homes: 1,
  cars: 0,
  severeDisability: false,
  district: 'erqi',
  ownMonthlyIncomeCents: 0,
};

/** One process of a service, put together as `startService` does it, over the simulated world. */
export function simulatedProcess(
  id: string,
  { name }: Pick<ServiceSpec<unknown>, 'name'>,
  parts: Composition,
  { schedule, database, topics, mutation, applied }: SimulatedEnvironment,
) {
  const db = database.openFor(id);
  const relay = new Relay(db, id, (records) => topics.send(id, records), log);
  if (mutation === 'built on an unpublished change') relay.ensurePublished = async () => Promise.resolve();
  if (mutation === 'outbox deleted before the acknowledgement') {
    const publish = relay.publish.bind(relay);
    relay.publish = async (outbox, publisher) => {
      await db.outbox.deleteOne({ _id: outbox._id, batch: outbox.batch }).catch(() => undefined);
      await publish(outbox, publisher);
    };
  }
  const aggregates = new Map<string, AnyAggregate>(parts.aggregates.map((each) => [each.name, each]));
  const requests = parts.requests ?? {};
  const requestTimeoutMs = (request: string) => requests[request]?.deadlineMs ?? 60_000;
  const context = { service: name, topic: `${name}.v1`, topicsTo: parts.topicsTo, aggregates, requestTimeoutMs };
  const commits = new Commits();
  const run = batchRunner({ db, relay, context, now, log, onCommitted: commits.notify });
  const queue = new CommandQueue(run, { maxCommands: 4, isPassing, log });
  const call = async () =>
    schedule.op(
      id,
      () => household,
      () => new CallFailed('residents', 'UNAVAILABLE', 'away', true),
    );
  const durableRequests = new DurableRequests({
    ...{ db, aggregates: [...aggregates.keys()], requests, call, failureOf, queue, now, log },
  });
  commits.listen((changed) => durableRequests.send(changed));
  const parking = new ParkingLot(db, log);
  const enqueue = async (work: CommandEnvelope): Promise<Outcome> => {
    const { source, ...anonymous } = work;
    const outcome = await queue.enqueue(mutation === 'dedup off' && source ? anonymous : work);
    if (outcome.is === 'done') applied(name, work);
    return outcome;
  };
  const send = (records: Parameters<TopicLog['send']>[1]) => topics.send(id, records);
  const subscriptions = parts.subscriptions ?? [];
  const chunks = createInbox({ service: name, subscriptions, topicPrefix: '', queue: { enqueue }, parking, send, log });
  const listened = subscriptions.map(({ topic }) => topic);
  const upTo =
    mutation === 'deadlines before the backlog'
      ? undefined
      : handledUpTo(() => topics.standing(id, name, listened), now);
  const clock = { now, serverNow: now, stop: () => undefined };
  // Read models are not simulated, because no command reads them.
  const projections = { summarize: async () => [] };
  const peers = {
    clientOf(): never {
      throw new Error('nothing is asked in a simulation but by durable requests');
    },
  };
  const app = createApp(name, { db, queue, commits, clock, projections, peers }, log);
  const idle = new Set([
    () => relay.sweep(),
    () => durableRequests.sweep(),
    () => chunks.drainParked(),
    () => runDueTimers({ db, aggregates: parts.aggregates, queue, now, handledUpTo: upTo, log }),
  ] as (() => Promise<unknown>)[]);
  return {
    id,
    service: name,
    queue,
    parking,
    handle: chunks.handle,
    grpc: parts.grpc?.(app) ?? [],
    topics: listened,
    /** Runs the periodic jobs, except those that still run. */
    work(): void {
      for (const worker of [...idle]) {
        idle.delete(worker);
        worker()
          .catch(() => undefined)
          .finally(() => idle.add(worker));
      }
    },
  };
}
export type SimulatedProcess = ReturnType<typeof simulatedProcess>;
