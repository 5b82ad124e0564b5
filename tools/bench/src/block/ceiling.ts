import { type Latencies, type OpenLoop, openLoop } from '../load/open-loop';
import { percentile } from '../stats/percentile';

/** The result of one open-loop block. Rates in applications a second, latencies in milliseconds. */
export interface RatePoint {
  readonly offered: number;
  readonly achieved: number;
  /** Infinity when some failed or never ended. */
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly isWithin: boolean;
}

/** The limit for p99 from submission to completion. */
export const limitMs = 1_000;

export function ratePoint(offered: number, { samples, achieved, failed, unfinished }: Latencies): RatePoint {
  const at = (share: number) => percentile(samples, share) ?? Infinity;
  // Latency counts from the due time: a subject that falls behind gets slower and slower, and exceeds the limit.
  const isWithin = failed === 0 && unfinished === 0 && at(0.99) <= limitMs;
  return { offered, achieved, p50: at(0.5), p90: at(0.9), p99: at(0.99), isWithin };
}

/** The next rate to try: halfway between the highest rate within the limit and the lowest beyond it. */
export function nextRate(steps: readonly RatePoint[], capacity: number): number {
  const over = Math.min(...steps.filter(({ isWithin }) => !isWithin).map(({ offered }) => offered), capacity);
  const below = steps.filter(({ isWithin, offered }) => isWithin && offered < over).map(({ offered }) => offered);
  return (Math.max(...below, 0) + over) / 2;
}

/**
 * Searches the highest rate with p99 within the limit, in `count` blocks after the `first`.
 * Open loop: arrivals do not depend on answers.
 */
export async function ceiling(
  apply: () => Promise<void>,
  capacity: number,
  first: RatePoint,
  { count, ...loop }: Omit<OpenLoop, 'rate'> & { readonly count: number },
): Promise<readonly RatePoint[]> {
  const steps = [first];
  for (let nth = 0; nth < count; nth++) {
    const rate = Math.max(nextRate(steps, capacity), 0.1);
    steps.push(ratePoint(rate, await openLoop(apply, { ...loop, rate })));
  }
  return steps;
}
