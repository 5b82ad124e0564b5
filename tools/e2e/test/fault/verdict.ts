import type { TestCity } from '../../src/city';
import { auditOf } from '../harness/audit';
import { bookFaults } from '../harness/book';
import { stepsOfFour } from '../harness/four-departments';
import type { SubmissionLedger } from '../harness/ledger';
import { offsetsAhead } from '../harness/offsets-ahead';
import { secretsExposed } from '../harness/secrets';
import { consumers } from './fault';
import { residents } from './subject';

/** Differences between the ledger and the city's topics and documents, each with the name of its invariant. */
export async function verdict(
  city: TestCity,
  { numbers, accepted, unknown, unreadable }: SubmissionLedger,
): Promise<string[]> {
  const { audit, faults } = await auditOf(city);
  const wrong = faults.map((fault) => `I3–I5 ${fault}`);
  for (const number of numbers) if (audit.endings.get(number) !== 'completed') wrong.push(`I1 ${number} was lost`);
  if (new Set(numbers).size !== numbers.length) wrong.push('I3 one number was given to two requests');
  const requests = city.collection<{ _id: string }>('applications', 'requests');
  const keys = (await requests.find().toArray()).map(({ _id }) => _id.split('/')[1] ?? '');
  for (const key of keys)
    if (!accepted.has(key) && !unknown.has(key)) wrong.push(`I2 ${key} was refused, and is stored`);
  if (keys.length !== audit.submitted.size)
    wrong.push(`I2 ${audit.submitted.size} applications of ${keys.length} requests`);
  for (const [number, ending] of audit.endings) if (ending !== 'completed') wrong.push(`I6 ${number} ended ${ending}`);
  if (audit.decisions.size !== audit.submitted.size * stepsOfFour.length)
    wrong.push(`I3 ${audit.decisions.size} decisions on ${audit.submitted.size} applications`);
  for (const number of unreadable) wrong.push(`I7 ${number} could not be read when it was given`);
  wrong.push(...(await bookFaults(city, audit.submitted)));
  wrong.push(...(await offsetsAhead(city, consumers)), ...(await secretsExposed(city, residents)));
  return wrong.slice(0, 20);
}
