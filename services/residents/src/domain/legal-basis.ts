import type { Refusal } from '@lianban/model';
import type { ConsentState } from './consent';

/** By what right a department is told about a resident: with the resident's consent, or by its statutory duty. */
interface LegalBasis {
  readonly department: string;
  readonly basis: 'consent' | 'duty';
}

/**
 * The purposes departments are told something for; for no other they are told anything. The list is kept here and not taken from
 * whoever asks: neither a mistake in a catalogue nor an omission may open the register. That it says what the catalogue's `shares`
 * say, a test holds (purposes.unit.test.ts of e2e). Told by duty (个人信息保护法 art. 13 (3)), the resident sees that it was.
 *
 * - The living allowance: the household authorises the check of its means in writing (最低生活保障审核确认办法, 民发〔2021〕57号).
 * - Not temporary relief: in an emergency it is given first and checked afterwards (社会救助暂行办法 art. 50).
 */
export const PURPOSES: ReadonlyMap<string, LegalBasis> = new Map([
  ['minimum-living-allowance', { department: 'social-assistance', basis: 'consent' }],
  ['temporary-relief', { department: 'social-assistance', basis: 'duty' }],
]);

export const needsConsent = (purpose: string): boolean => PURPOSES.get(purpose)?.basis === 'consent';

interface Asked {
  readonly department: string;
  readonly caseId: string;
  readonly purpose: string;
}

// An application's number holds digits, however a city writes it; a step is a code of the catalogue.
const CASE = /^(?=[^/]*\d)[A-Za-z0-9][\w.-]{0,63}\/[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * The refusal "purpose-unknown", for what is no purpose of this department; "case-unknown", for what cannot be a case. A consent is
 * given to one department in one application: whether there is one, `withoutConsent` says.
 */
export function withoutBasis({ department, caseId, purpose }: Asked): Refusal | undefined {
  const known = PURPOSES.get(purpose);
  if (known === undefined || (known.basis === 'duty' && known.department !== department))
    return {
      refused: 'purpose-unknown',
      detail: 'Your department is told nothing for this purpose: ask for one that residents lists for it.',
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
