import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Calls `attempt` every `everyMs` until its result is not undefined; returns undefined after `withinMs`. An error of
 * `attempt` ends the wait, so a process that died is reported at once and not after the time limit.
 */
export async function pollUntil<T>(
  attempt: () => Promise<T | undefined> | T | undefined,
  { withinMs, everyMs = 50 }: { withinMs: number; everyMs?: number },
): Promise<T | undefined> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await attempt();
    if (answer !== undefined) return answer;
    if (Date.now() >= deadline) return undefined;
    await sleep(everyMs);
  }
}
