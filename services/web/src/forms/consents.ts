import { type AskedShare, type Consent, type Package, consentTo, needsConsent, sharesOf } from '@lianban/rest-client';

/** The form field with the version of the consent text that was shown. */
export const versionField = (id: string): string => `${id}-version`;

/** The consents of a form, with the version of the text shown, which need not be the current one. */
export const consentIn =
  (form: Readonly<Record<string, unknown>>) =>
  (share: AskedShare): Consent => {
    const shown = form[versionField(share.id)];
    const known = typeof shown === 'string' && /^[\w.-]{1,32}$/.test(shown);
    return consentTo(known ? { ...share, version: shown } : share);
  };

/** The share that replaces this paper: with consent it need not be submitted. */
export const shareInsteadOf = (code: string, of: Pick<Package, 'steps'> | undefined): AskedShare | undefined =>
  of && sharesOf(of).find((share) => needsConsent(share) && share.material === code);
