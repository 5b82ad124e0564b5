import { type Refusal, refuse } from '@lianban/model';
import type { App } from '@lianban/runtime';
import { ORGANISATIONS } from './aggregate-types';
import type { KnownOrganisation } from './domain/organisation';

const mostRepresented = 50;

export interface Organisations {
  /** Undefined when the id is no credit code of the register. */
  find(creditCode: string): Promise<KnownOrganisation | undefined>;
  /** The active ones of which somebody is the legal representative. */
  representedBy(residentId: string): Promise<readonly KnownOrganisation[]>;
  /** The organisation, when whoever acts is its legal representative. */
  ofRepresentative(creditCode: string, residentId: string): Promise<KnownOrganisation | Refusal>;
}

// The same words for an organisation of others and for none.
const notRepresented = refuse(
  'not-the-representative',
  'By the register you are not the legal representative of this organisation.',
  '/organisation',
);

export function organisationsIn(app: App): Organisations {
  const find: Organisations['find'] = async (creditCode) => {
    const found = (await app.get(ORGANISATIONS, creditCode))?.state;
    return found === undefined || found.status === 'unknown' ? undefined : found;
  };
  return {
    find,
    async representedBy(residentId) {
      const filter = { 'state.legalRepresentative': residentId, 'state.status': 'active' };
      const found = await app.find(ORGANISATIONS, { filter, sort: { _id: 1 }, limit: mostRepresented });
      return found.flatMap(({ state }) => (state.status === 'unknown' ? [] : [state]));
    },
    async ofRepresentative(creditCode, residentId) {
      const known = await find(creditCode);
      const isTheirs = known?.status === 'active' && known.legalRepresentative === residentId;
      return isTheirs ? known : notRepresented;
    },
  };
}
