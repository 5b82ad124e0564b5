import type { City } from '../../src/city';
import { allEnded } from './document-audit';
import { type Answer, type Flood, flood } from './flood';
import type { Ledger } from './ledger';

/** Into the client's book: a refusal left nothing, and what came to no answer may have happened or not. */
export function write(ledger: Ledger, answers: readonly Answer[]): void {
  for (const { key, status, number } of answers)
    if (number !== undefined) ledger.taken.set(key, number);
    else (status >= 400 && status < 500 ? ledger.failed : ledger.unknown).add(key);
}

export const isTurnedAway = ({ status }: Answer): boolean => status === 429 || status === 503;

const firstRate = 150;
const steeper = 1.5;
const blockSeconds = 8;

/**
 * The most applications a second that came to their end in any block of a steepening flood, which goes on until some are turned away.
 * Clients who each wait for their answer find less: they leave the batches small.
 */
export async function capacityOf(city: City, ledger: Ledger, next: Flood['next']): Promise<number> {
  const port = city.services.portsOf('gateway').http ?? 0;
  let most = 0;
  for (let rate = firstRate; ; rate = Math.round(rate * steeper)) {
    const began = performance.now();
    const answers = await flood({ port, rate, seconds: blockSeconds, next });
    write(ledger, answers);
    await allEnded(city);
    const taken = answers.filter(({ number }) => number !== undefined).length;
    most = Math.max(most, (taken * 1000) / (performance.now() - began));
    if (answers.some(isTurnedAway)) return most;
  }
}
