const first = 500;
const longest = 10_000;
const provenAfter = 30_000;

/**
 * How long to wait before starting a process again.
 * @param failures times in a row it ended before it had run for 30 s.
 */
export function backoff(failures: number): number {
  return Math.min(longest, first * 2 ** Math.max(0, failures - 1));
}

/** Failures in a row after one more end: a process that had run for a while starts from one again. */
export function failuresAfter(failures: number, ranForMs: number): number {
  return ranForMs >= provenAfter ? 1 : failures + 1;
}
