import { randomUUID } from 'node:crypto';
import { loadDepartments } from '@lianban/catalogue';
import type { SubmissionRequest } from '../load/subject';

// An assessment with every item at a score it allows.
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

/** Who applies, and the token of the officer at whose counter they do. */
export interface Applicant {
  readonly residentId: string;
  readonly token: string;
}

/**
 * The benchmark's application, by each of the residents in turn. They apply at counters, where their papers are seen: on copies that nobody
 * saw no rule grants, and nothing here is to wait for an officer.
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
