import { type RatePoint, limitMs } from '../block/ceiling';
import type { Visit } from '../block/visit';
import type { Estimate } from '../stats/ratio';
import { rounded, told } from './numbers';

/** Completed applications a second with p99 within the limit, open loop, audited afterwards. */
export interface Headline {
  readonly limitMs: number;
  readonly perSecond: number | null;
  readonly perSecondPerCore: number | null;
  readonly perCoreInterval?: readonly [number, number];
  /** One per visit and core; 0 when no rate was within the limit. */
  readonly visits: readonly number[];
  /** The blocks of all visits, by rate. */
  readonly steps: readonly {
    readonly offered: number;
    readonly achieved: number;
    readonly p50: number | null;
    readonly p90: number | null;
    readonly p99: number | null;
  }[];
  readonly checked: {
    readonly invariants: string;
    readonly applications: number;
    readonly records: number;
    readonly faults: readonly string[];
  };
}

export function headlineOf(
  systems: readonly Visit[],
  cores: number,
  estimate: (values: readonly number[]) => Estimate | undefined,
): Headline {
  const visits = systems.map(({ steps }) => highest(steps));
  const found = estimate(visits);
  const verdicts = systems.flatMap(({ verdict }) => verdict ?? []);
  const sum = (read: (of: (typeof verdicts)[number]) => number) => verdicts.reduce((all, each) => all + read(each), 0);
  return {
    limitMs,
    perSecond: told(found?.median),
    perSecondPerCore: told(found && found.median / cores),
    ...(found?.interval && { perCoreInterval: perCore(found.interval, cores) }),
    visits: visits.map((rate) => rounded(rate / cores)),
    steps: systems
      .flatMap(({ steps }) => steps)
      .toSorted((a, b) => a.offered - b.offered)
      .map(({ offered, achieved, p50, p90, p99 }) => ({
        ...{ offered: rounded(offered), achieved: rounded(achieved) },
        ...{ p50: told(p50), p90: told(p90), p99: told(p99) },
      })),
    checked: {
      invariants: 'I1–I5',
      applications: sum(({ applications }) => applications),
      records: sum(({ records }) => records),
      faults: verdicts.flatMap(({ faults }) => faults),
    },
  };
}

const highest = (steps: readonly RatePoint[]) =>
  Math.max(0, ...steps.filter(({ isWithin }) => isWithin).map(({ achieved }) => achieved));

const perCore = ([low, high]: readonly [number, number], cores: number): readonly [number, number] => [
  rounded(low / cores),
  rounded(high / cores),
];
