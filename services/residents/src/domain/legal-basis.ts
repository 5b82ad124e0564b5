import type { Refusal } from '@lianban/model';
import type { ConsentState } from './consent';

/** What residents itself is asked or has written for a department: the means of a household; the entry of a newborn child. */
export type Question = 'means' | 'birth-entry';

/** Who else departments ask is a department, by a question of its own. */
export const ITSELF = 'residents';

/** By what right a department is told about a resident: with the resident's consent, or by its statutory duty. */
export interface LegalBasis {
  readonly department: string;
  readonly basis: 'consent' | 'duty';
  /** Who tells it: this service, or a department. */
  readonly from: string;
  /** A question of theirs. */
  readonly question: string;
}

/** The purposes departments are told something for: items of theirs, by code. For no other purpose anybody is told anything. */
export type Purposes = ReadonlyMap<string, readonly LegalBasis[]>;

/** The right to ask this for that purpose; undefined when there is none. */
export const basisOf = (
  purposes: Purposes,
  { purpose, from = ITSELF, question }: Pick<Asked, 'purpose' | 'from' | 'question'>,
): LegalBasis | undefined => purposes.get(purpose)?.find((each) => each.from === from && each.question === question);

export const needsConsent = (purposes: Purposes, asked: Pick<Asked, 'purpose' | 'from' | 'question'>): boolean =>
  basisOf(purposes, asked)?.basis === 'consent';

interface Asked {
  readonly department: string;
  readonly caseId: string;
  readonly purpose: string;
  /** Residents, unless told. */
  readonly from?: string;
  readonly question: string;
}

// An application's number holds digits, however a city writes it; a step is a code of the catalogue.
const CASE = /^(?=[^/]*\d)[A-Za-z0-9][\w.-]{0,63}\/[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * The refusal "purpose-unknown", for what is no purpose of this department; "case-unknown", for what cannot be a case. A consent is
 * given to one department in one application: whether there is one, `withoutConsent` says.
 */
export function withoutBasis(purposes: Purposes, { department, caseId, ...asked }: Asked): Refusal | undefined {
  const known = basisOf(purposes, asked);
  if (known === undefined || (known.basis === 'duty' && known.department !== department))
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
