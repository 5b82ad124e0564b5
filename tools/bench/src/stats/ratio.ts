import { median, percentile } from './percentile';

export interface Estimate {
  readonly median: number;
  /** 95 % of bootstrap medians lie within; absent with fewer than three values, which say nothing about spread. */
  readonly interval?: readonly [number, number];
}

const resamples = 1_000;

/**
 * Compares runs made in pairs, so that a machine that grows slower during a run slows both sides of a pair.
 * A pair whose lower side is zero has no ratio and is left out; undefined when none is left.
 * @param random from 0 inclusive to 1 exclusive
 */
export function pairedRatio(
  pairs: readonly { readonly upper: number; readonly lower: number }[],
  random: () => number,
): Estimate | undefined {
  return estimate(
    pairs.filter(({ lower }) => lower > 0).map(({ upper, lower }) => upper / lower),
    random,
  );
}

/** The middle of what was measured several times, and how sure it is; undefined without any. */
export function estimate(values: readonly number[], random: () => number): Estimate | undefined {
  const middle = median(values);
  if (middle === undefined) return undefined;
  if (values.length < 3) return { median: middle };
  const drawn = Array.from({ length: resamples }, () =>
    median(values.map(() => values[Math.floor(random() * values.length)]!))!,
  );
  return { median: middle, interval: [percentile(drawn, 0.025)!, percentile(drawn, 0.975)!] };
}
