import { isProblem } from '../api/client';
import { useWords } from '../i18n/language';
import type { TextKey } from '../i18n/zh';

const bySlug: Readonly<Record<string, TextKey>> = {
  'version-conflict': 'conflictPlain',
  'held-by-another': 'heldPlain',
  'rule-says-otherwise': 'ruleSaysOtherwise',
  'case-not-found': 'notFound',
  'resident-not-found': 'noSuchResident',
  'invalid-id-number': 'invalidIdNumber',
  'conflict-of-interest': 'conflictOfInterest',
  'second-person-needed': 'secondPerson',
  'officer-unknown': 'officerUnknown',
  'officer-out-of-reach': 'officerOutOfReach',
  'no-desk': 'noDesk',
  'scope-missing': 'noCounter',
};
const byStatus: Readonly<Record<number, TextKey>> = {
  0: 'unreachable',
  403: 'forbidden',
  404: 'notFound',
  429: 'tooMany',
  502: 'unreachable',
  503: 'unreachable',
};

/** Slugs whose text is used elsewhere on the desk too. */
export const ownSlugs: readonly string[] = Object.keys(bySlug);

/** The text of a problem in the officer's language. The service's own sentence is English and for programmers: it is not shown. */
export function useRefusalWords(): (no: { readonly status: number; readonly slug: string }) => string {
  const { t, refusal } = useWords();
  return ({ status, slug }) => {
    const own = bySlug[slug];
    if (own) return t(own);
    const byItself = byStatus[status];
    return refusal(slug) ?? (byItself ? t(byItself) : t('failed'));
  };
}

/** Any error as a sentence for the officer. */
export function useProblemWords(): (error: unknown) => string {
  const { t } = useWords();
  const said = useRefusalWords();
  return (error) => (isProblem(error) ? said(error) : t('failed'));
}
