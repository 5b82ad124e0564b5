import { isProblem } from '../api/client';
import { useWords } from '../words/language';
import type { Key } from '../words/zh';

const bySlug: Readonly<Record<string, Key>> = {
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
const byStatus: Readonly<Record<number, Key>> = {
  0: 'unreachable',
  403: 'forbidden',
  404: 'notFound',
  429: 'tooMany',
  502: 'unreachable',
  503: 'unreachable',
};

/** The key of a "no" that the desk has words of its own for; undefined when the service's sentence is the best there is. */
export const keyOfProblem = (status: number, slug: string): Key | undefined => bySlug[slug] ?? byStatus[status];

/** Any error as a sentence for the officer. */
export function useProblemWords(): (error: unknown) => string {
  const { t } = useWords();
  return (error) => {
    if (!isProblem(error)) return t('failed', { detail: error instanceof Error ? error.message : String(error) });
    const key = keyOfProblem(error.status, error.slug);
    return key ? t(key) : t('failed', { detail: error.detail });
  };
}
