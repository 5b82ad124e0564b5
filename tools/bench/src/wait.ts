import { setTimeout as pause } from 'node:timers/promises';

/** Polls every 50 ms until `ask` resolves with true; false after `withinMs`. An error of `ask` ends the wait. */
export async function eventually(ask: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    if (await ask()) return true;
    if (performance.now() > deadline) return false;
    await pause(50);
  }
}
