import { within } from '@lianban/backoff';
import type { Log } from '@lianban/telemetry';

/** One step of stopping. It is abandoned when the fraction `until` of the grace period has passed. */
export interface StopStep {
  readonly name: string;
  readonly until: number;
  readonly act: () => unknown;
}

/** Takes the steps one after the other. A step that fails or takes too long is logged and skipped. Never throws. */
export async function stopInSteps(steps: readonly StopStep[], graceMs: number, log: Log): Promise<void> {
  const began = Date.now();
  for (const { name, until, act } of steps) {
    const leftMs = Math.max(50, began + until * graceMs - Date.now());
    try {
      await within(leftMs, name, Promise.resolve(act()));
    } catch (error) {
      log.warn({ err: error, step: name }, 'stop step failed or timed out: skipped');
    }
  }
}
