import type { Refusal } from '@lianban/model';
import type { KnownMandate } from './mandate';

/** What all mandates between two people allow together. */
export interface Authority {
  /** None means every package. */
  readonly packages: readonly string[];
  /** The latest of their ends. */
  readonly until: Date;
  readonly mandates: readonly string[];
}

/**
 * What an agent may do for a principal at `now`, by the mandates between the two. The date counts, whether or not the timer has
 * been there yet. Refused: "mandate-missing", "mandate-expired" when one would have done before its end, "mandate-scope".
 * @param code of the package; empty, whichever it is good for
 */
export function authorityOf(mandates: readonly KnownMandate[], code: string, now: Date): Authority | Refusal {
  const given = mandates.filter(({ status }) => status === 'in-force' || status === 'lapsed');
  const confirmed = given.filter(({ confirmedAt }) => confirmedAt !== null);
  if (confirmed.length === 0)
    return { refused: 'mandate-missing', detail: 'You have no mandate of this person: ask for one.' };
  const inForce = confirmed.filter(({ status, until }) => status === 'in-force' && until > now);
  if (inForce.length === 0)
    return { refused: 'mandate-expired', detail: 'Your mandate of this person has run out: ask for a new one.' };
  const covering = inForce.filter(({ packages }) => code === '' || covers(packages, code));
  if (covering.length === 0)
    return { refused: 'mandate-scope', detail: `Your mandate of this person does not cover "${code}".` };
  const forAll = covering.some(({ packages }) => packages.length === 0);
  return {
    packages: forAll ? [] : [...new Set(covering.flatMap(({ packages }) => packages))],
    until: new Date(Math.max(...covering.map(({ until }) => until.getTime()))),
    mandates: covering.map(({ mandateId }) => mandateId),
  };
}

const covers = (packages: readonly string[], code: string): boolean => packages.length === 0 || packages.includes(code);
