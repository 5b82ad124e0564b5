import { creditCodeIn, sameName } from '@lianban/input';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { MANDATES } from './aggregate-types';
import { indexed, readIdentity } from './domain/identity';
import type { KnownMandate } from './domain/mandate';
import { isOfPresent } from './domain/representation';
import type { Organisations } from './organisations';
import { holderOf, personOf } from './reading';
import type { Vault } from './vault/seal';

export type Side = 'principal' | 'agent';

const notIdentified = (pointer: '/from' | '/to'): Refusal =>
  refuse(
    'person-not-identified',
    'Nobody is registered as you named them: give their ID number and name as registered, or their resident number.',
    pointer,
  );

/** Who the two of a mandate are: residents, of whom the principal may be an organisation. */
export function mandateParties(app: App, vault: Vault, organisations: Organisations) {
  const nameOf = async (id: string): Promise<string | Refusal> => {
    const organisation = await organisations.find(id);
    if (organisation) return organisation.name;
    const person = await personOf(app, id);
    return isRefusal(person) ? person : vault.open(person.sealed.name, `${id}/name`);
  };

  const organisationNamed = async ({ idNumber, name }: residents.v1.Identity): Promise<string | undefined> => {
    const code = creditCodeIn(idNumber);
    const known = code === undefined ? undefined : await organisations.find(code);
    return known?.status === 'active' && sameName(known.name, name) ? known.creditCode : undefined;
  };

  return {
    notIdentified,

    async sealedName(mandateId: string, side: Side, id: string): Promise<string | Refusal> {
      const name = await nameOf(id);
      return typeof name !== 'string' ? name : vault.seal(name, `${mandateId}/${side}`);
    },

    /**
     * Who it is, by ID number and name together, or by their id; an organisation by its credit code and name. Whatever does not fit
     * is refused in the same words: nobody learns here whether somebody is registered, or what they are called.
     */
    async identified(
      other: residents.v1.Identity | undefined,
      residentId: string,
      pointer: '/from' | '/to',
    ): Promise<string | Refusal> {
      const nobody = notIdentified(pointer);
      if (other === undefined) return isRefusal(await personOf(app, residentId)) ? nobody : residentId;
      const { idKind, idNumber, name } = other;
      const organisation = pointer === '/from' ? await organisationNamed(other) : undefined;
      if (organisation !== undefined) return organisation;
      const id = readIdentity(idKind, idNumber, app.clock.now());
      if (isRefusal(id)) return nobody;
      const found = await holderOf(app, vault.indexes(indexed(id), 'id-number'));
      if (!found) return nobody;
      const { personId, sealed } = found;
      return sameName(vault.open(sealed.name, `${personId}/name`), name) ? personId : nobody;
    },

    /** As whom somebody acts on a mandate: a legal representative as the organisation that gives it. */
    async actsAs(mandateId: string, residentId: string): Promise<string> {
      const state = (await app.get(MANDATES, mandateId))?.state;
      if (state === undefined || state.status === 'unknown' || state.agentId === residentId) return residentId;
      const organisation = await organisations.ofRepresentative(state.principalId, residentId);
      return isRefusal(organisation) ? residentId : organisation.creditCode;
    },

    /** As it stands now: what a former legal representative gave, or an organisation that is no more, has run out. */
    async asItStands(state: KnownMandate): Promise<KnownMandate> {
      if (state.status !== 'in-force' && state.status !== 'asked') return state;
      const organisation = await organisations.find(state.principalId);
      if (!organisation) return state;
      const holds = organisation.status === 'active' && isOfPresent(organisation, state);
      return holds ? state : { ...state, status: 'lapsed' };
    },
  };
}
