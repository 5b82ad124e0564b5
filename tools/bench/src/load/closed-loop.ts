import { setTimeout as pause } from 'node:timers/promises';
import { within } from './within';

export interface ClosedLoop {
  /** Applications under way at any time: each is followed by the next the moment it has ended. */
  readonly inFlight: number;
  /** Before it is measured. Applicants come one after the other in its first half: a cold start is no flood. */
  readonly warmMs: number;
  readonly measureMs: number;
}

export interface Capacity {
  readonly completed: number;
  /** Completed in each whole second of the measured part. */
  readonly perSecond: readonly number[];
  /** Length of the measured part as it really was. */
  readonly seconds: number;
  readonly failed: number;
  /** What the first that failed was told. */
  readonly failure: string | undefined;
  /** Still under way when everybody had stopped waiting. */
  readonly unfinished: number;
  /**
   * Applications a second from the first submission to the last end, warm-up and waiting out included. Unlike the
   * measured part it needs no time to settle: many under way tend to end in waves, and a short part may hold none.
   */
  readonly overall: number;
}

const patienceMs = 20_000;

/**
 * Applies as fast as the subject takes it and counts what was completed in the measured part; what is under way at its
 * end is waited for, so that the next block finds the subject at rest.
 * @param onEdge called as the measured part begins and as it ends
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
        // A door that says no is not answered by knocking faster.
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
