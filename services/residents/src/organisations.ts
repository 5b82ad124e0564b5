import { type Refusal, refuse } from '@lianban/model';
import type { App } from '@lianban/runtime';
import { ORGANISATIONS } from './aggregate-types';
import type { Deaths } from './deaths';
import type { KnownOrganisation } from './domain/organisation';
import type { StandingOrganisation } from './domain/representation';

const mostRepresented = 50;

export interface Organisations {
  /** Undefined when the id is no credit code of the register. */
  find(creditCode: string): Promise<StandingOrganisation | undefined>;
  /** The active ones of which somebody living is the legal representative. */
  representedBy(residentId: string): Promise<readonly KnownOrganisation[]>;
  /** The organisation, when whoever acts is its legal representative, and lives. */
  ofRepresentative(creditCode: string, residentId: string): Promise<KnownOrganisation | Refusal>;
}

// The same words for an organisation of others and for none.
const notRepresented = refuse(
  'not-the-representative',
  'By the register you are not the legal representative of this organisation.',
  '/organisation',
);

export function organisationsIn(app: App, deaths: Pick<Deaths, 'of'>): Organisations {
  const find: Organisations['find'] = async (creditCode) => {
    const found = (await app.get(ORGANISATIONS, creditCode))?.state;
    if (found === undefined || found.status === 'unknown') return undefined;
    return { ...found, isVacant: (await deaths.of(found.legalRepresentative)) !== undefined };
  };
  return {
    find,
    async representedBy(residentId) {
      if (await deaths.of(residentId)) return [];
      const filter = { 'state.legalRepresentative': residentId, 'state.status': 'active' };
      const found = await app.find(ORGANISATIONS, { filter, sort: { _id: 1 }, limit: mostRepresented });
      return found.flatMap(({ state }) => (state.status === 'unknown' ? [] : [state]));
    },
    async ofRepresentative(creditCode, residentId) {
      const known = await find(creditCode);
      const isTheirs = known?.status === 'active' && !known.isVacant && known.legalRepresentative === residentId;
      return isTheirs ? known : notRepresented;
    },
  };
}
