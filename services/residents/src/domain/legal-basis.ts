import type { Refusal } from '@lianban/model';
import type { ConsentState } from './consent';

/** What a department may be told, or have written: the means of a household; the entry of a newborn child. */
export type Question = 'means' | 'birth-entry';

/** By what right a department is told about a resident: with the resident's consent, or by its statutory duty. */
export interface LegalBasis {
  readonly department: string;
  readonly basis: 'consent' | 'duty';
  readonly question: Question;
}

/** The purposes departments are told something for: items of theirs, by code. For no other purpose anybody is told anything. */
export type Purposes = ReadonlyMap<string, LegalBasis>;

export const needsConsent = (purposes: Purposes, purpose: string): boolean =>
  purposes.get(purpose)?.basis === 'consent';

interface Asked {
  readonly department: string;
  readonly caseId: string;
  readonly purpose: string;
  readonly question: Question;
}

// An application's number holds digits, however a city writes it; a step is a code of the catalogue.
const CASE = /^(?=[^/]*\d)[A-Za-z0-9][\w.-]{0,63}\/[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * The refusal "purpose-unknown", for what is no purpose of this department; "case-unknown", for what cannot be a case. A consent is
 * given to one department in one application: whether there is one, `withoutConsent` says.
 */
export function withoutBasis(
  purposes: Purposes,
  { department, caseId, purpose, question }: Asked,
): Refusal | undefined {
  const known = purposes.get(purpose);
  if (known?.question !== question || (known.basis === 'duty' && known.department !== department))
    return {
      refused: 'purpose-unknown',
      detail:
        'Your department is told nothing for this purpose: ask for one that its catalogue file shares something for.',
      pointer: '/purpose',
    };
  if (CASE.test(caseId)) return undefined;
  return {
    refused: 'case-unknown',
    detail: 'Name the case it is needed for: the number of the application, "/" and the step.',
    pointer: '/caseId',
  };
}

/** The refusal "consent-missing" or "consent-revoked", when nothing allows `residentId` to be asked about. */
export function withoutConsent(consent: ConsentState | undefined, residentId: string): Refusal | undefined {
  if (consent === undefined || consent.status === 'none' || consent.residentId !== residentId)
    return {
      refused: 'consent-missing',
      detail: 'The resident has not agreed to this question in this application: ask them for it.',
      pointer: '/purpose',
    };
  if (consent.status === 'given') return undefined;
  return {
    refused: 'consent-revoked',
    detail: 'The resident has revoked their consent to this question: ask them for it anew.',
    pointer: '/purpose',
  };
}
