import type { Parking, Relay } from '@lianban/engine';
import type { Consumer } from '@lianban/kafka';
import { counters, observe } from '@lianban/telemetry';
import type { Repeating } from './periodic-job';

/** How long each of the workers has not ended a turn well: one that hangs fails no other figure. Returns what ends it. */
export function observeWorkers(service: string, workers: readonly Repeating[]): () => void {
  const age = ({ endedWellAt }: Repeating) => Math.round(performance.now() - endedWellAt);
  const ends = workers.map((worker) => observe('workedAge', () => age(worker), { service, worker: worker.name }));
  return () => ends.forEach((end) => end());
}

interface Observed {
  readonly relay: Relay;
  readonly parking: Parking;
  readonly consumer: Consumer | undefined;
  readonly missing: { readonly count: number };
}

/** The figures an operator is woken by, read whenever they are exported. Returns what ends them. */
export function observeService(service: string, { relay, parking, consumer, missing }: Observed): () => void {
  const ageOf = (at: number | undefined) => (at === undefined ? 0 : Math.max(0, Date.now() - at));
  // Made now and not at their first use, so that the first of them is seen to come.
  Object.values(counters).forEach((counter) => counter());
  const ends = [
    observe('oldestBatch', () => ageOf(relay.oldestPendingAt), { service }),
    observe('parkedKeys', () => parking.size, { service }),
    observe('oldestRecord', () => ageOf(consumer?.progress().oldestUnhandledAt), { service }),
    observe('missingTopics', () => missing.count, { service }),
    observe('lag', () => consumer?.progress().lag ?? 0, { service }),
  ];
  return () => ends.forEach((end) => end());
}
