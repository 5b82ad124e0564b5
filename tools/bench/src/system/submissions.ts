import { randomUUID } from 'node:crypto';
import { loadDepartments } from '@lianban/catalogue';
import type { SubmissionRequest } from '../load/subject';

// An assessment with a valid score for every item.
const assessed = loadDepartments()
  .flatMap(({ items }) => items)
  .find(({ code }) => code === 'elderly-ability-assessment')
  ?.findings.filter(({ required }) => required);

const application = {
  package: 'bench-four-departments',
  answers: {
    reason: 'the contract ended',
    assessment: Object.fromEntries((assessed ?? []).map(({ name }) => [name, 1])),
    ownerConsent: true,
    touchesStructure: false,
  },
  materials: [
    { code: 'ownership-proof', grade: 'B', reference: 'BD-2026-000001' },
    { code: 'adaptation-plan', grade: 'B', reference: 'FA-2026-000001' },
  ],
};

/** The applicant, and the token of the officer at the counter. */
export interface Applicant {
  readonly residentId: string;
  readonly token: string;
}

/**
 * The benchmark's application, for each resident in turn. They apply at counters, where papers are checked: on unseen copies no
 * rule grants, and an officer would have to decide.
 */
export function submissions(applicants: readonly Applicant[]): () => SubmissionRequest {
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
