import { randomUUID } from 'node:crypto';
import { type TestCity, atCounter } from '../../src/city';
import { type FloodResult, flood } from './flood';
import { fourDepartments } from './four-departments';
import type { SubmissionLedger } from './ledger';

/** Has the residents of a city apply at so many a second, for so many seconds, whether they are answered or not. */
export type Crowd = (rate: number, seconds: number) => Promise<readonly FloodResult[]>;

/** The outcome of each application is recorded in the ledger. */
export function crowdOf(city: TestCity, residents: number, ledger: SubmissionLedger): Crowd {
  const people = Array.from({ length: residents }, (_, n) => ({
    token: city.token({ ...atCounter, sub: `counter-${n + 1}` }),
    body: JSON.stringify({ residentId: `resident-${n + 1}`, ...fourDepartments }),
  }));
  const next = (n: number) => ({ key: randomUUID(), ...people[n % residents]! });
  return async (rate, seconds) => {
    const port = city.services.portsOf('gateway').http ?? 0;
    const answers = await flood({ port, rate, seconds, next });
    write(ledger, answers);
    return answers;
  };
}

export const isTurnedAway = ({ status }: FloodResult): boolean => status === 429 || status === 503;

/** A refusal left nothing, and what came to no answer may have happened or not. */
function write(ledger: SubmissionLedger, answers: readonly FloodResult[]): void {
  for (const { key, status, number } of answers)
    if (number !== undefined) ledger.taken.set(key, number);
    else (status >= 400 && status < 500 ? ledger.failed : ledger.unknown).add(key);
}
