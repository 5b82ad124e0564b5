import { randomUUID } from 'node:crypto';
import type { Submission } from '../load/subject';

// GB/T 42195: the 26 items, all at a score every one of them allows.
const assessed =
  'eating grooming bathing upperDressing lowerDressing urination defecation toileting turningInBed bedChairTransfer ' +
  'walking stairs timeOrientation placeOrientation personOrientation memory understanding expression aggression ' +
  'depression consciousness sight hearing dailyAffairs transport socialLife';

const application = {
  package: 'bench-four-departments',
  district: '410102',
  answers: {
    reason: 'the contract ended',
    assessment: Object.fromEntries(assessed.split(' ').map((item) => [item, 1])),
    ownerConsent: true,
    touchesStructure: false,
  },
  materials: [
    { code: 'ownership-proof', grade: 'B', reference: 'bench/ownership-proof' },
    { code: 'adaptation-plan', grade: 'C', reference: 'bench/adaptation-plan' },
  ],
};

/** The benchmark's application, by each of the residents in turn. */
export function submissions(tokens: readonly string[]): () => Submission {
  const body = JSON.stringify(application);
  let last = 0;
  return () => ({
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${tokens[last++ % tokens.length]}`,
      'idempotency-key': randomUUID(),
    },
    body,
  });
}
