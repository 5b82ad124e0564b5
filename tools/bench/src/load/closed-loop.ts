import { setTimeout as pause } from 'node:timers/promises';
import { within } from './within';

export interface ClosedLoop {
  /** Concurrent applications: each is followed by the next as soon as it has ended. */
  readonly inFlight: number;
  /** Warm-up. Applicants start one after the other in its first half, to spare a cold start a burst. */
  readonly warmMs: number;
  readonly measureMs: number;
}

export interface Capacity {
  readonly completed: number;
  /** Completions in each whole second of the measured part. */
  readonly perSecond: readonly number[];
  /** Actual length of the measured part. */
  readonly seconds: number;
  readonly failed: number;
  /** The first error message. */
  readonly failure: string | undefined;
  /** Still in flight when the time limit for the rest was over. */
  readonly unfinished: number;
  /**
   * Applications a second from the first submission to the last end, including warm-up and drain. Needs no time to settle,
   * unlike the measured part: concurrent applications tend to end in waves, and a short part may contain none.
   */
  readonly overall: number;
}

const patienceMs = 20_000;

/**
 * Submits as fast as the subject allows and counts completions in the measured part; waits for what is in flight at its
 * end, so that the next block starts at rest.
 * @param onEdge called at the beginning and end of the measured part
 */
export async function closedLoop(
  apply: () => Promise<void>,
  { inFlight, warmMs, measureMs }: ClosedLoop,
  onEdge: () => void = () => undefined,
): Promise<Capacity> {
  let completed = 0;
  let failed = 0;
  let unfinished = 0;
  let failure: string | undefined;
  let going = true;
  let measuredFrom = Infinity;
  const perSecond: number[] = [];
  const applicant = async (_: unknown, nth: number) => {
    await pause((nth / inFlight) * (warmMs / 2));
    while (going) {
      unfinished++;
      try {
        await apply();
        completed++;
        const second = Math.floor((performance.now() - measuredFrom) / 1000);
        if (second >= 0) perSecond[second] = (perSecond[second] ?? 0) + 1;
      } catch (error) {
        failed++;
        failure ??= (error as Error).message;
        // Retrying a refusal at once would only add load.
        await pause(50);
      }
      unfinished--;
    }
  };
  const began = performance.now();
  const all = Promise.all(Array.from({ length: inFlight }, applicant));
  await pause(warmMs);
  onEdge();
  const before = { at: performance.now(), completed, failed };
  measuredFrom = before.at;
  await pause(measureMs);
  const after = { at: performance.now(), completed, failed };
  onEdge();
  going = false;
  await within(patienceMs, all);
  return {
    completed: after.completed - before.completed,
    perSecond: Array.from({ length: Math.floor(measureMs / 1000) }, (_, second) => perSecond[second] ?? 0),
    failed: after.failed - before.failed,
    failure,
    seconds: (after.at - before.at) / 1000,
    unfinished,
    overall: completed / ((performance.now() - began) / 1000),
  };
}
