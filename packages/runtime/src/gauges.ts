import type { Relay } from '@lianban/engine';
import type { ParkingLot } from '@lianban/inbox';
import type { HolidayWatch } from '@lianban/city-catalogue';
import type { Consumer } from '@lianban/kafka';
import type { CatalogueInUse } from './open-catalogue';
import type { Projections } from './open-projections';
import { counters, observe } from '@lianban/telemetry';
import type { PeriodicJob } from './periodic-job';

/** Observes the time since each job last succeeded: no other metric shows a job that hangs. Returns what ends it. */
export function observeJobs(service: string, jobs: readonly PeriodicJob[]): () => void {
  const age = ({ succeededAt }: PeriodicJob) => Math.round(performance.now() - succeededAt);
  const ends = jobs.map((job) => observe('workedAge', () => age(job), { service, worker: job.name }));
  return () => ends.forEach((end) => end());
}

interface ServiceParts {
  readonly relay: Relay;
  readonly parking: ParkingLot;
  readonly consumer: Consumer | undefined;
  readonly missing: { readonly count: number };
  readonly projections: Pick<Projections, 'running'>;
  readonly catalogue: Pick<CatalogueInUse, 'watch'>;
  readonly holidays: HolidayWatch | undefined;
}

/** Observes the gauges that alerts use; they are read at every export. Returns what ends them. */
export function observeService(
  service: string,
  { relay, parking, consumer, missing, projections, catalogue: { watch }, holidays }: ServiceParts,
): () => void {
  const ageOf = (at: number | undefined) => (at === undefined ? 0 : Math.max(0, Date.now() - at));
  // Created at the start: Prometheus does not see the first increment of a counter that appears with it.
  Object.values(counters).forEach((counter) => counter());
  const ends = [
    observe('oldestBatch', () => ageOf(relay.oldestPendingAt), { service }),
    observe('parkedKeys', () => parking.size, { service }),
    observe('oldestRecord', () => ageOf(consumer?.progress().oldestUnhandledAt), { service }),
    observe('missingTopics', () => missing.count, { service }),
    observe('lag', () => consumer?.progress().lag ?? 0, { service }),
    ...(watch ? [observe('catalogueVersion', () => watch.version, { service })] : []),
    ...(watch ? [observe('catalogueRefused', () => watch.sentences.length, { service })] : []),
    ...(holidays ? [observe('holidayDays', () => holidays.daysLeft, { service })] : []),
    ...(holidays ? [observe('holidaysRefused', () => holidays.sentences.length, { service })] : []),
    ...projections.running.flatMap((projection) => [
      observe('projectionLag', () => projection.lag, { service, projection: projection.name }),
      observe('projectionStale', () => projection.stale, { service, projection: projection.name }),
    ]),
  ];
  return () => ends.forEach((end) => end());
}
