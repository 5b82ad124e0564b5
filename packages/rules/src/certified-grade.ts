import type { Facts } from '@lianban/casework';
import { learnt } from './learnt';
import { dayOf } from './values';

/**
 * The grade { grade } that social welfare says is certified on a day; empty of whom nothing was told. A certificate that has run out is none.
 * @param day YYYY-MM-DD
 */
export function certifiedGrade(known: Facts, day: string): Facts {
  const certificate = learnt(known, 'disability');
  if (!certificate) return {};
  return { grade: (dayOf(certificate, 'validUntil') ?? '') >= day ? certificate.grade : 0 };
}
