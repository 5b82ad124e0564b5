import { pause } from '@lianban/backoff';
import type { Log } from '@lianban/telemetry';

export interface PeriodicJob {
  readonly name: string;
  /** When a run last succeeded, in milliseconds of `performance.now()`; before the first, when the job was started. */
  readonly succeededAt: number;
  /** Resolves when the current run has ended. */
  stop(): Promise<void>;
}

/** Runs `run` in a loop, `everyMs` after the last run ended. A run that fails is logged and tried again. */
export function periodicJob(name: string, everyMs: number, run: () => Promise<unknown>, log: Log): PeriodicJob {
  const stopped = new AbortController();
  let succeededAt = performance.now();
  const loop = (async () => {
    while (!stopped.signal.aborted) {
      try {
        await run();
        succeededAt = performance.now();
      } catch (error) {
        log.warn({ err: error }, `${name} failed, trying again`);
      }
      await pause(everyMs, stopped.signal);
    }
  })();
  return {
    name,
    get succeededAt() {
      return succeededAt;
    },
    stop: async () => {
      stopped.abort();
      await loop;
    },
  };
}
