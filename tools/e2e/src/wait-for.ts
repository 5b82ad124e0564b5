import { setTimeout as pause } from 'node:timers/promises';
import type { DemoClient, ShownApplication } from './demo/client';

/** The awaited state can no longer be reached. */
export class NeverReached extends Error {}

/**
 * The first result of `look` that is not undefined; `look` is called every 50 ms. A call that throws is repeated, because a
 * service may be down on purpose. Only NeverReached ends the wait at once.
 * @throws after `withinMs`, naming what was awaited and the last error
 */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
  withinMs = 120_000,
): Promise<T> {
  let last: unknown = 'it has not come';
  for (const end = Date.now() + withinMs; Date.now() < end; await pause(50)) {
    try {
      const found = await look();
      if (found !== undefined) return found;
    } catch (error) {
      if (error instanceof NeverReached) throw error;
      last = error;
    }
  }
  throw new Error(`waited ${withinMs / 1000} s in vain until ${what}: ${String(last)}`);
}

const final: ReadonlySet<string> = new Set(['completed', 'partly-granted', 'refused', 'withdrawn']);

/** The application, once `is` holds for it. @throws with its last state when it does not */
export async function applicationWhen(
  client: DemoClient,
  number: string,
  what: string,
  is: (now: ShownApplication) => boolean,
): Promise<ShownApplication> {
  let seen = '';
  const look = async () => {
    const now = await client.get<ShownApplication>(`/api/applications/${number}`);
    if (is(now)) return now;
    seen = `${now.status}; ${now.steps.map(({ id, status }) => `${id} ${status}`).join(', ')}`;
    if (final.has(now.status)) throw new NeverReached('it has ended otherwise');
    return undefined;
  };
  return waitFor(what, look).catch((error: unknown) => {
    throw new Error(`${number} until ${what}: ${String(error)}; it stands at: ${seen}`);
  });
}

/** Whether the step has this status. */
export const stands =
  (step: string, status: string) =>
  ({ steps }: ShownApplication): boolean =>
    steps.some((each) => each.id === step && each.status === status);

export const ended =
  (how: string) =>
  ({ status }: ShownApplication): boolean =>
    status === how;
