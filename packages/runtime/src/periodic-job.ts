import { pause } from '@lianban/backoff';
import type { Log } from '@lianban/telemetry';

export interface Repeating {
  readonly name: string;
  /** When a turn last ended well, in milliseconds of `performance.now()`; before the first, when it began. */
  readonly endedWellAt: number;
  /** Ends after the turn under way. */
  stop(): Promise<void>;
}

/** Does `turn` again and again, `everyMs` after it last ended. A turn that fails is logged and tried the next time. */
export function repeat(name: string, everyMs: number, turn: () => Promise<unknown>, log: Log): Repeating {
  const stopped = new AbortController();
  let endedWellAt = performance.now();
  const loop = (async () => {
    while (!stopped.signal.aborted) {
      try {
        await turn();
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
