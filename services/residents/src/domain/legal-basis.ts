import type { Refusal } from '@lianban/platform';
import type { ConsentState } from './consent';

/**
 * Purposes for which departments are told something only with the resident's consent. The list is kept here and not taken from whoever asks: a mistake
 * in a catalogue must not open the register. Everything else a department asks for by its statutory duty
 * (个人信息保护法 art. 13 (3)), and the resident sees that it did.
 *
 * - The living allowance: the household authorises the check of its means in writing (最低生活保障审核确认办法, 民发〔2021〕57号).
 * - Not temporary relief: in an emergency it is given first and checked afterwards (社会救助暂行办法 art. 50).
 */
const BY_CONSENT: ReadonlySet<string> = new Set(['minimum-living-allowance']);

export const needsConsent = (purpose: string): boolean => BY_CONSENT.has(purpose);

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
