import { type AskedShare, type Consent, type Package, consentTo, needsConsent, sharesOf } from '@lianban/rest-client';

/** Of the field that says which words stood beside a choice. */
export const versionField = (id: string): string => `${id}-version`;

/** What a form agrees to: the words it showed, which need not be those of today. */
export const consentIn =
  (form: Readonly<Record<string, unknown>>) =>
  (share: AskedShare): Consent => {
    const shown = form[versionField(share.id)];
    const known = typeof shown === 'string' && /^[\w.-]{1,32}$/.test(shown);
    return consentTo(known ? { ...share, version: shown } : share);
  };

/** The share that says the same as this paper: whoever agrees to it need not hand the paper in. */
export const shareInsteadOf = (code: string, of: Pick<Package, 'steps'> | undefined): AskedShare | undefined =>
  of && sharesOf(of).find((share) => needsConsent(share) && share.material === code);
