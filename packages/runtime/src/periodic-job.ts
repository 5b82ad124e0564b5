import { pause } from '@lianban/backoff';
import type { Log } from '@lianban/telemetry';

export interface PeriodicJob {
  readonly name: string;
  /** When a run last succeeded, in milliseconds of `performance.now()`; before the first, when the job was started. */
  readonly endedWellAt: number;
  /** Resolves when the current run has ended. */
  stop(): Promise<void>;
}

/** Runs again and again, `everyMs` after the last run ended. A run that fails is logged and tried again. */
export function periodicJob(name: string, everyMs: number, run: () => Promise<unknown>, log: Log): PeriodicJob {
  const stopped = new AbortController();
  let endedWellAt = performance.now();
  const loop = (async () => {
    while (!stopped.signal.aborted) {
      try {
        await run();
        endedWellAt = performance.now();
      } catch (error) {
        log.warn({ err: error }, `${name} failed, trying again`);
      }
      await pause(everyMs, stopped.signal);
    }
  })();
  return {
    name,
    get endedWellAt() {
      return endedWellAt;
    },
    stop: async () => {
      stopped.abort();
      await loop;
    },
  };
}
