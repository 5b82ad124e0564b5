import { setTimeout as pause } from 'node:timers/promises';

/** Asks every 50 ms until `ask` answers yes; false when it has not within `withinMs`. What it throws ends the wait. */
export async function eventually(ask: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    if (await ask()) return true;
    if (performance.now() > deadline) return false;
    await pause(50);
  }
}
