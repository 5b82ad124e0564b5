import { runDueTimers } from '@lianban/engine';
import type { HolidayWatch } from '@lianban/city-catalogue';
import type { Log } from '@lianban/telemetry';
import type { Config } from './config';
import { observeJobs } from './gauges';
import type { Consumption } from './open-consumption';
import type { CatalogueInUse } from './open-catalogue';
import type { Projections } from './open-projections';
import type { WritePath } from './open-write-path';
import { periodicJob } from './periodic-job';
import { observePolledGauges } from './polled-gauges';
import type { App, Composition } from './service-spec';

/** Starts the periodic jobs of a service. Their names are the `worker` of lianban.worker.success_age: runbooks quote them. */
export function startJobs(
  app: App,
  { aggregates, periodicJobs, catalogue: changing }: Composition,
  { db, reseal, clock, relay, queue, durableRequests }: WritePath,
  { inbox, handledUpTo }: Consumption,
  projections: Projections,
  catalogue: CatalogueInUse,
  holidays: HolidayWatch | undefined,
  config: Config,
  log: Log,
) {
  const gauges = observePolledGauges(app.name, db, aggregates, clock.now);
  const timers = { db, aggregates, queue, now: clock.now, handledUpTo, log };
  const count = () => Promise.all([gauges.count(), projections.countStale()]);
  const jobs = [
    ...(config.telemetry.metrics.length > 0 ? [periodicJob('counted figures', 15_000, count, log)] : []),
    ...(projections.running.length > 0 ? [periodicJob('projections', 1_000, projections.tend, log)] : []),
    ...(changing ? [periodicJob('catalogue', 1_000, catalogue.look, log)] : []),
    ...(holidays ? [periodicJob('holidays', 1_000, () => holidays.look(), log)] : []),
    ...(reseal ? [periodicJob('sealing', 1_000, reseal, log)] : []),
    periodicJob('outbox sweep', 1_000, () => relay.sweep(), log),
    periodicJob('question sweep', 1_000, () => durableRequests.sweep(), log),
    periodicJob('parked keys', 500, inbox.drainParked, log),
    ...(periodicJobs?.(app) ?? []).map(({ name, everyMs, run }) => periodicJob(name, everyMs, run, log)),
    periodicJob('deadlines', 500, () => runDueTimers(timers), log),
  ];
  const endGauges = observeJobs(app.name, jobs);
  return {
    stop: () => Promise.all(jobs.map((job) => job.stop())),
    endGauges: () => (endGauges(), gauges.end()),
  };
}
