import { median, percentile } from './percentile';

export interface Ratio {
  /** Median of the pairs' ratios. */
  readonly median: number;
  /** 95 % of bootstrap medians lie within; absent with fewer than three pairs, which say nothing about spread. */
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
): Ratio | undefined {
  const ratios = pairs.filter(({ lower }) => lower > 0).map(({ upper, lower }) => upper / lower);
  const middle = median(ratios);
  if (middle === undefined) return undefined;
  if (ratios.length < 3) return { median: middle };
  const drawn = Array.from({ length: resamples }, () =>
    median(ratios.map(() => ratios[Math.floor(random() * ratios.length)]!))!,
  );
  return { median: middle, interval: [percentile(drawn, 0.025)!, percentile(drawn, 0.975)!] };
}
