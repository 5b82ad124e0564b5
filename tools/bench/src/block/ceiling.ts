import { type Latencies, type OpenLoop, openLoop } from '../load/open-loop';
import { percentile } from '../stats/percentile';

/** What one open-loop block told. Rates in applications a second, waiting times in milliseconds. */
export interface RatePoint {
  readonly offered: number;
  readonly achieved: number;
  /** Infinity when some never ended or were not taken. */
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly isWithin: boolean;
}

/** From submitted to completed, for 99 of 100. */
export const limitMs = 1_000;

export function ratePoint(offered: number, { samples, achieved, failed, unfinished }: Latencies): RatePoint {
  const at = (share: number) => percentile(samples, share) ?? Infinity;
  // Timed from when each was due: a subject that falls behind waits longer and longer, and is beyond the limit.
  const isWithin = failed === 0 && unfinished === 0 && at(0.99) <= limitMs;
  return { offered, achieved, p50: at(0.5), p90: at(0.9), p99: at(0.99), isWithin };
}

/** Where the next block looks: halfway between the highest rate that was within the limit and the lowest that was not. */
export function nextRate(steps: readonly RatePoint[], capacity: number): number {
  const over = Math.min(...steps.filter(({ isWithin }) => !isWithin).map(({ offered }) => offered), capacity);
  const below = steps.filter(({ isWithin, offered }) => isWithin && offered < over).map(({ offered }) => offered);
  return (Math.max(...below, 0) + over) / 2;
}

/**
 * Looks for the highest rate at which 99 of 100 applications end within the limit, `count` blocks after the `first`.
 * Open loop: applications come whether the subject keeps up or not.
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
