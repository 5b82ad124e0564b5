import type { residents } from '@lianban/protos';
import type { CallContext } from '@lianban/grpc';
import { type Refusal, isRefusal } from '@lianban/model';
import type { App } from '@lianban/runtime';
import { ageOn, shanghaiDay } from '@lianban/input';
import { type HouseholdOf, type Recorded, personOf } from './reading';
import type { Vault } from './vault/seal';

const OF_AGE = 18;
const why = { caseId: 'own', purpose: 'own-data' };

interface Ports {
  readonly vault: Vault;
  readonly recorded: Recorded;
  readonly householdOf: HouseholdOf;
}

/** The minors of a resident's household: whom they may apply about. Each read is written down for the child as well. */
export const childrenOf =
  (app: App, { vault, recorded, householdOf }: Ports) =>
  async (
    { residentId }: residents.v1.ListChildrenRequest,
    call: CallContext,
  ): Promise<residents.v1.ListChildrenResponse | Refusal> => {
    // The child sees who read it: the resident, not the gateway through which they did.
    const reader = `resident:${residentId}`;
    const own = { ...call, caller: reader, onBehalfOf: reader };
    const household = await householdOf(residentId);
    const today = shanghaiDay(app.clock.now());
    const children: residents.v1.Child[] = [];
    for (const member of household?.members ?? []) {
      const person = await personOf(app, member.residentId);
      if (isRefusal(person) || ageOn(person.birthDate, today) >= OF_AGE) continue;
      const no = await recorded(person.personId, why, ['name'], own, null);
      if (no) return no;
      const name = vault.open(person.sealed.name, `${person.personId}/name`);
      children.push({ residentId: person.personId, name });
    }
    return { children };
  };
