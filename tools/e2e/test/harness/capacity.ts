import type { TestCity } from '../../src/city';
import { type Crowd, isTurnedAway } from './crowd';
import { allEnded } from './document-audit';

const firstRate = 150;
const steeper = 1.5;
const blockSeconds = 8;

/**
 * The most applications a second that came to their end in any block of a steepening flood, which goes on until some are turned away.
 * Clients who each wait for their answer find less: they leave the batches small.
 */
export async function capacityOf(city: TestCity, apply: Crowd): Promise<number> {
  let most = 0;
  for (let rate = firstRate; ; rate = Math.round(rate * steeper)) {
    const began = performance.now();
    const answers = await apply(rate, blockSeconds);
    await allEnded(city);
    const taken = answers.filter(({ number }) => number !== undefined).length;
    most = Math.max(most, (taken * 1000) / (performance.now() - began));
    if (answers.some(isTurnedAway)) return most;
  }
}
