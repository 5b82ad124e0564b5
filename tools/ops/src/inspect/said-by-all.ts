import { setTimeout as pause } from 'node:timers/promises';
import type { InspectedService } from './city';
import type { StoreInspector } from './stores';

const lookAgainMs = 200;
const patienceMs = 60_000;
/** How long a process that says nothing is waited for. */
export const patienceS = patienceMs / 1000;

type Said<U> = U & { readonly name: string };

/**
 * Asks what the processes of these services say, with the service of each, until it is enough.
 * @returns what they said last, which is not enough when a minute has passed
 */
export async function saidByAll<U extends object>(
  services: readonly InspectedService[],
  usesOf: (store: StoreInspector) => Promise<readonly U[]>,
  isEnough: (said: readonly Said<U>[]) => boolean,
): Promise<readonly Said<U>[]> {
  for (const startedAt = performance.now(); ; await pause(lookAgainMs)) {
    const said = await Promise.all(
      services.map(async ({ name, store }) => (await usesOf(store)).map((use) => ({ name, ...use }))),
    );
    if (isEnough(said.flat()) || performance.now() - startedAt > patienceMs) return said.flat();
  }
}
