import type { Refusal } from '@lianban/model';
import { type Authority, authorityOf } from './authority';
import type { KnownMandate } from './mandate';
import type { KnownOrganisation } from './organisation';

/** An organisation as it stands now: vacant while the legal representative whom the register names is dead. */
export interface StandingOrganisation extends KnownOrganisation {
  readonly isVacant: boolean;
}

/** How a legal representative stands among the mandates of a page: it is none that could be revoked. */
export const representationId = (creditCode: string): string => `represents-${creditCode}`;

/** Until the register has another one. */
export const WITHOUT_END = new Date('9999-12-31T00:00:00+08:00');

/** A mandate that an organisation gave counts while the legal representative who gave it is one, and lives. */
export const isOfPresent = (
  { representedSince, isVacant }: StandingOrganisation,
  { confirmedAt }: KnownMandate,
): boolean => !isVacant && (confirmedAt === null || confirmedAt >= representedSince);

/**
 * What somebody may do for an organisation at `now`: its legal representative everything, without a mandate (民法典 art. 61); others
 * what the organisation's mandates allow (art. 165). Nobody acts for what is deregistered, by a mandate of a former representative, or
 * after the death of the present one until the register has another: nobody living has decided who may.
 */
export function representation(
  of: StandingOrganisation,
  agentId: string,
  mandates: readonly KnownMandate[],
  code: string,
  now: Date,
): Authority | Refusal {
  if (of.status === 'deregistered')
    return { refused: 'organisation-deregistered', detail: 'This organisation is deregistered: nobody acts for it.' };
  if (of.isVacant)
    return {
      refused: 'organisation-unrepresented',
      detail: 'The legal representative has died: nobody acts for this organisation until the register has a new one.',
    };
  if (agentId === of.legalRepresentative)
    return { packages: [], until: WITHOUT_END, mandates: [representationId(of.creditCode)] };
  return authorityOf(
    mandates.filter((mandate) => isOfPresent(of, mandate)),
    code,
    now,
  );
}
