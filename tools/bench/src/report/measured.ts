import type { Visit } from '../block/visit';
import { median, percentile } from '../stats/percentile';
import { rounded, told } from './numbers';

export interface WaitingTime {
  readonly p50: number | null;
  readonly p99: number | null;
}

export interface SubjectSummary {
  /** Completed applications a second, closed loop; the median of its visits. */
  readonly throughput: number;
  readonly throughputs: readonly number[];
  /** Completions in each second of the closed-loop blocks, one list per visit. */
  readonly perSecond: readonly (readonly number[])[];
  /** CPU milliseconds per application: of all processes, and of each. */
  readonly cpuMs: number;
  readonly cpuMsEach: Readonly<Record<string, number>>;
  readonly latency: WaitingTime;
  /** Milliseconds at the percentiles of `curveShares`; null for endless. */
  readonly latencyCurve: readonly (number | null)[];
  readonly idle: { readonly p50: number | null };
  readonly offeredRate: number;
  readonly achievedRate: number;
  readonly inFlight: number;
  readonly failed: number;
  readonly unfinished: number;
  readonly turnedAway: number;
  readonly perApplication: { readonly writes: number; readonly transactions: number; readonly records: number };
  readonly outcomes: Readonly<Record<string, number>>;
  readonly readyMs: number;
  /** Highest resident memory of each process, megabytes. */
  readonly memory: Readonly<Record<string, { readonly rest: number; readonly load: number }>>;
}

/** Percentiles of the latency curve. */
export const curveShares = [0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999] as const;

const total = (each: Readonly<Record<string, number>>): number => Object.values(each).reduce((sum, n) => sum + n, 0);
/** Completed applications a second. */
export const rateOf = ({ completed, seconds }: Visit): number => completed / seconds;
/** CPU milliseconds of all processes per application; 0 when none was completed. */
export const cpuOf = ({ cpu, completed }: Visit): number => (completed > 0 ? (1000 * total(cpu)) / completed : 0);

/** Summarises all visits to one subject: medians of per-visit figures, percentiles over all samples. */
export function summariseVisits(visits: readonly Visit[]): SubjectSummary {
  const middle = (read: (visit: Visit) => number): number => rounded(median(visits.map(read)) ?? 0);
  const all = (read: (visit: Visit) => number): number => visits.reduce((sum, visit) => sum + read(visit), 0);
  const latencies = visits.flatMap((visit) => visit.latencies);
  return {
    throughput: middle(rateOf),
    throughputs: visits.map(rateOf).map(rounded),
    perSecond: visits.map(({ perSecond }) => perSecond),
    cpuMs: middle(cpuOf),
    cpuMsEach: byName(visits, (visit, name) => (1000 * (visit.cpu[name] ?? 0)) / Math.max(1, visit.completed)),
    latency: { p50: told(percentile(latencies, 0.5)), p99: told(percentile(latencies, 0.99)) },
    latencyCurve: curveShares.map((share) => told(percentile(latencies, share))),
    idle: {
      p50: told(
        percentile(
          visits.flatMap((visit) => visit.idle),
          0.5,
        ),
      ),
    },
    offeredRate: middle((visit) => visit.offeredRate),
    achievedRate: middle((visit) => visit.achievedRate),
    inFlight: middle((visit) => visit.inFlight),
    failed: all((visit) => visit.failed),
    unfinished: all((visit) => visit.unfinished),
    turnedAway: all((visit) => visit.turnedAway),
    perApplication: {
      writes: middle((visit) => visit.writes),
      transactions: middle((visit) => visit.transactions),
      records: middle((visit) => visit.records),
    },
    outcomes: outcomesOf(visits),
    readyMs: middle((visit) => visit.readyMs),
    memory: memoryOf(visits),
  };
}

function byName(visits: readonly Visit[], read: (visit: Visit, name: string) => number): Record<string, number> {
  const names = Object.keys(visits[0]?.cpu ?? {});
  return Object.fromEntries(
    names.map((name) => [name, rounded(median(visits.map((visit) => read(visit, name))) ?? 0)]),
  );
}

function outcomesOf(visits: readonly Visit[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { outcomes } of visits)
    for (const [how, count] of Object.entries(outcomes)) sums[how] = (sums[how] ?? 0) + count;
  return sums;
}

function memoryOf(visits: readonly Visit[]): SubjectSummary['memory'] {
  const highest = (name: string, read: (visit: Visit) => Readonly<Record<string, number>>) =>
    Math.round(Math.max(...visits.map((visit) => read(visit)[name] ?? 0)));
  return Object.fromEntries(
    Object.keys(visits[0]?.restMb ?? {}).map((name) => [
      name,
      { rest: highest(name, (visit) => visit.restMb), load: highest(name, (visit) => visit.loadMb) },
    ]),
  );
}
