import { randomUUID } from 'node:crypto';
import type { Submission } from '../load/subject';

// GB/T 42195: the 26 items, all at a score every one of them allows.
const assessed =
  'eating grooming bathing upperDressing lowerDressing urination defecation toileting turningInBed bedChairTransfer ' +
  'walking stairs timeOrientation placeOrientation personOrientation memory understanding expression aggression ' +
  'depression consciousness sight hearing dailyAffairs transport socialLife';

const application = {
  package: 'bench-four-departments',
  answers: {
    reason: 'the contract ended',
    assessment: Object.fromEntries(assessed.split(' ').map((item) => [item, 1])),
    ownerConsent: true,
    touchesStructure: false,
  },
  materials: [
    { code: 'ownership-proof', grade: 'B', reference: 'BD-2026-000001' },
    { code: 'adaptation-plan', grade: 'B', reference: 'FA-2026-000001' },
  ],
};

/** Who applies, and the token of the officer at whose counter they do. */
export interface Applicant {
  readonly residentId: string;
  readonly token: string;
}

/**
 * The benchmark's application, by each of the residents in turn. They apply at counters, where their papers are seen: on copies that nobody
 * saw no rule grants, and nothing here is to wait for an officer.
 */
export function submissions(applicants: readonly Applicant[]): () => Submission {
  const all = applicants.map(({ residentId, token }) => ({
    authorization: `Bearer ${token}`,
    body: JSON.stringify({ residentId, ...application }),
  }));
  let last = 0;
  return () => {
    const { authorization, body } = all[last++ % all.length]!;
    const headers = { 'content-type': 'application/json', authorization, 'idempotency-key': randomUUID() };
    return { headers, body };
  };
}
