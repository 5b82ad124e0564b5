import { randomUUID } from 'node:crypto';
import { type TestCity, atCounter } from '../../src/city';
import { type FloodResult, flood } from './flood';
import { fourDepartments } from './four-departments';
import type { SubmissionLedger } from './ledger';

/** Submits applications of a city's residents at a rate, for a number of seconds, whether they are answered or not. */
export type Crowd = (rate: number, seconds: number) => Promise<readonly FloodResult[]>;

/** The ledger in which the outcome of each submission is recorded. */
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

export const isRejected = ({ status }: FloodResult): boolean => status === 429 || status === 503;

/** Records an outcome: a refusal has no effect, an unanswered submission may have one. */
function write(ledger: SubmissionLedger, answers: readonly FloodResult[]): void {
  for (const { key, status, number } of answers)
    if (number !== undefined) ledger.accepted.set(key, number);
    else (status >= 400 && status < 500 ? ledger.failed : ledger.unknown).add(key);
}
