import { within } from '@lianban/kafka';
import type { Log } from '@lianban/telemetry';

/** One step of stopping, and the part of the grace period that has passed when it is given up at the latest. */
export interface StopStep {
  readonly name: string;
  readonly until: number;
  readonly act: () => unknown;
}

/** Takes the steps one after the other; one that fails or takes too long is told of and left behind. Never throws. */
export async function stopInSteps(steps: readonly StopStep[], graceMs: number, log: Log): Promise<void> {
  const began = Date.now();
  for (const { name, until, act } of steps) {
    const leftMs = Math.max(50, began + until * graceMs - Date.now());
    try {
      await within(leftMs, name, Promise.resolve(act()));
    } catch (error) {
      log.warn({ err: error, step: name }, 'not stopped in order');
    }
  }
}
