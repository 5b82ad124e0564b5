import { type IdentityKind, identityNumberIn, isIdentityKind } from '@lianban/input';
import type { Refusal } from '@lianban/model';
import { readIdNumber } from './id-number';

/** By which document somebody is known, and what its number says. */
export interface Identity {
  readonly kind: IdentityKind;
  /** The number in one form. */
  readonly text: string;
  /** YYYY-MM-DD; absent when the number does not say it. */
  readonly birthDate?: string;
  /** The same person keeps it for life; a passport and travel permits are replaced by others. */
  readonly isLifelong: boolean;
}

/**
 * Reads the number of an identity document. Refused with a detail that never repeats it.
 * @param named one of `identityKinds`; an identity card unless said
 */
export function readIdentity(named: string = 'identity-card', typed: string, today: Date): Identity | Refusal {
  if (!isIdentityKind(named))
    return { refused: 'id-kind-unknown', detail: 'There is no identity document of this kind.', pointer: '/idKind' };
  const read = identityNumberIn(named, typed);
  if (read && !read.isLifelong) return read;
  // What is wrong with a number of 18 characters is told in more words than that it has not the form.
  const citizen = readIdNumber(typed, today);
  if (named === 'identity-card' && 'refused' in citizen) return citizen;
  if (!read) return formWrong;
  return 'refused' in citizen ? citizen : { ...read, birthDate: citizen.birthDate };
}

const formWrong: Refusal = {
  refused: 'id-number-invalid',
  detail: 'The number has not the form of numbers on such a document: check the kind and the number.',
  pointer: '/idNumber',
};

/** What the blind index is made of: numbers of 18 characters are one row of numbers, whatever card they stand on. */
export const indexed = ({ kind, text, isLifelong }: Identity): string => (isLifelong ? text : `${kind}:${text}`);
