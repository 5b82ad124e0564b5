/**
 * The value below or at which `share` (0 to 1) of the samples lie, by the nearest rank: always one that was measured.
 * Undefined without samples. Percentiles of several runs come from all their samples together, never from averages of
 * percentiles.
 */
export function percentile(samples: readonly number[], share: number): number | undefined {
  const rising = samples.toSorted((a, b) => a - b);
  const rank = Math.min(Math.max(Math.ceil(share * rising.length), 1), rising.length);
  return rising[rank - 1];
}

/** The middle value; of an even number of samples, the mean of the two in the middle. Undefined without samples. */
export function median(samples: readonly number[]): number | undefined {
  if (samples.length === 0) return undefined;
  const rising = samples.toSorted((a, b) => a - b);
  const upper = rising[Math.floor(rising.length / 2)]!;
  const lower = rising[Math.ceil(rising.length / 2) - 1]!;
  return (lower + upper) / 2;
}
