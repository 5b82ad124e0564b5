import type { Sizes } from '../baseline/samples';
import type { Visit } from '../block/visit';
import type { SubjectName } from '../load/subject';
import { seededRandom } from '@lianban/infra';
import { type Estimate, estimate, pairedRatio } from '../stats/ratio';
import { percentile } from '../stats/percentile';
import { type Headline, headlineOf } from './headline';
import { type SubjectSummary, type WaitingTime, cpuOf, summariseVisits, rateOf } from './measured';
import { rounded, told } from './numbers';

export interface Machine {
  readonly cores: number;
  readonly node: string;
  /** Median of one small durable write on this disk. */
  readonly syncMs: number;
  /** Servers whose CPU could not be measured: then there is no CPU ratio. */
  readonly unseen: readonly string[];
}

export interface Summary {
  readonly headline: Headline;
  readonly baseline: SubjectSummary;
  readonly system: SubjectSummary;
  readonly together: SubjectSummary;
  readonly oneAtATime: SubjectSummary;
  readonly throughputRatio: number | null;
  readonly throughputInterval?: readonly [number, number];
  readonly cpuRatio: number | null;
  readonly cpuInterval?: readonly [number, number];
  /** p99 of the system at 70 % of its capacity / p99 of the baseline at the same rate. */
  readonly latencyRatio: number | null;
  readonly latencyInterval?: readonly [number, number];
  readonly oneAtATimeRatio: number | null;
  readonly latency: WaitingTime;
  readonly idle: { readonly p50: number | null };
  readonly sizes: Sizes;
  readonly machine: Machine;
}

/** Summarises all visits. Each system visit is compared with the neighbouring baseline visit. */
export function summarise(visits: readonly Visit[], sizes: Sizes, machine: Machine): Summary {
  const of = (name: SubjectName) => visits.filter(({ subject }) => subject === name);
  const [systems, baselines, ones] = [of('system'), of('baseline'), of('oneAtATime')];
  const pairs = (read: (visit: Visit) => number) =>
    systems.map((system, i) => ({ upper: read(system), lower: baselines[i] ? read(baselines[i]) : 0 }));
  const random = seededRandom(1);
  const throughput = pairedRatio(pairs(rateOf), random);
  const cpu = machine.unseen.length > 0 ? undefined : pairedRatio(pairs(cpuOf), random);
  const latency = pairedRatio(
    pairs(({ subject, latencies, besideSystem }) => p99(subject === 'system' ? latencies : besideSystem)),
    random,
  );
  const system = summariseVisits(systems);
  const oneAtATime = summariseVisits(ones);
  return {
    headline: headlineOf(systems, machine.cores, (values) => estimate(values, random)),
    baseline: summariseVisits(baselines),
    system,
    together: summariseVisits(of('together')),
    oneAtATime,
    throughputRatio: told(throughput?.median),
    ...interval('throughputInterval', throughput),
    cpuRatio: told(cpu?.median),
    ...interval('cpuInterval', cpu),
    latencyRatio: told(latency?.median),
    ...interval('latencyInterval', latency),
    oneAtATimeRatio: oneAtATime.throughput > 0 ? told(system.throughput / oneAtATime.throughput) : null,
    latency: system.latency,
    idle: system.idle,
    sizes,
    machine,
  };
}

// Without samples, or endless: no ratio.
const p99 = (samples: readonly number[]): number => percentile(samples, 0.99) ?? 0;

const interval = <K extends string>(name: K, ratio: Estimate | undefined) =>
  ratio?.interval ? ({ [name]: ratio.interval.map(rounded) } as unknown as Record<K, readonly [number, number]>) : {};
