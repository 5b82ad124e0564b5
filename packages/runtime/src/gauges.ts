import type { Relay } from '@lianban/engine';
import type { ParkingLot } from '@lianban/inbox';
import type { Consumer } from '@lianban/kafka';
import type { Projections } from './open-projections';
import { counters, observe } from '@lianban/telemetry';
import type { PeriodicJob } from './periodic-job';

/** Time since each job last succeeded: a job that hangs shows in no other metric. Returns what ends it. */
export function observeJobs(service: string, jobs: readonly PeriodicJob[]): () => void {
  const age = ({ endedWellAt }: PeriodicJob) => Math.round(performance.now() - endedWellAt);
  const ends = jobs.map((job) => observe('workedAge', () => age(job), { service, worker: job.name }));
  return () => ends.forEach((end) => end());
}

interface Observed {
  readonly relay: Relay;
  readonly parking: ParkingLot;
  readonly consumer: Consumer | undefined;
  readonly missing: { readonly count: number };
  readonly projections: Pick<Projections, 'running'>;
}

/** The gauges behind the alerts, read at every export. Returns what ends them. */
export function observeService(
  service: string,
  { relay, parking, consumer, missing, projections }: Observed,
): () => void {
  const ageOf = (at: number | undefined) => (at === undefined ? 0 : Math.max(0, Date.now() - at));
  // Created now: a counter that appears with its first increment does not show that increment.
  Object.values(counters).forEach((counter) => counter());
  const ends = [
    observe('oldestBatch', () => ageOf(relay.oldestPendingAt), { service }),
    observe('parkedKeys', () => parking.size, { service }),
    observe('oldestRecord', () => ageOf(consumer?.progress().oldestUnhandledAt), { service }),
    observe('missingTopics', () => missing.count, { service }),
    observe('lag', () => consumer?.progress().lag ?? 0, { service }),
    ...projections.running.flatMap((projection) => [
      observe('projectionLag', () => projection.lag, { service, projection: projection.name }),
      observe('projectionStale', () => projection.stale, { service, projection: projection.name }),
    ]),
  ];
  return () => ends.forEach((end) => end());
}
