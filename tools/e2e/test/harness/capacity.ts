import type { TestCity } from '../../src/city';
import { type Crowd, isRejected } from './crowd';
import { allEnded } from './document-audit';

const firstRate = 150;
const steeper = 1.5;
const blockSeconds = 8;

/**
 * The highest completion rate of any block under an open load that increases until requests are answered 503.
 * A closed loop would find less, because it keeps the batches small.
 */
export async function capacityOf(city: TestCity, apply: Crowd): Promise<number> {
  let most = 0;
  for (let rate = firstRate; ; rate = Math.round(rate * steeper)) {
    const began = performance.now();
    const answers = await apply(rate, blockSeconds);
    await allEnded(city);
    const accepted = answers.filter(({ number }) => number !== undefined).length;
    most = Math.max(most, (accepted * 1000) / (performance.now() - began));
    if (answers.some(isRejected)) return most;
  }
}
