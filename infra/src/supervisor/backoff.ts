const first = 500;
const longest = 10_000;
const provenAfter = 30_000;

/**
 * The delay before a process is restarted.
 * @param failures how often in a row it ended before it had run for 30 s
 */
export function backoff(failures: number): number {
  return Math.min(longest, first * 2 ** Math.max(0, failures - 1));
}

/** The failures in a row after another end; one, when the process had run for 30 s. */
export function failuresAfter(failures: number, ranForMs: number): number {
  return ranForMs >= provenAfter ? 1 : failures + 1;
}
