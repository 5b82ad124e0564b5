import type { residents } from '@lianban/protos';
import type { CallContext } from '@lianban/grpc';
import { type Refusal, isRefusal } from '@lianban/model';
import type { App } from '@lianban/runtime';
import type { Guardians } from './guardians';
import { type Recorded, personOf } from './reading';
import type { Vault } from './vault/seal';

const why = { caseId: 'own', purpose: 'own-data' };

interface Ports {
  readonly vault: Vault;
  readonly recorded: Recorded;
  readonly guardians: Guardians;
}

/** The minors whose guardian a resident is by the register: whom they may apply about. Each read is written down for the child as well. */
export const childrenOf =
  (app: App, { vault, recorded, guardians }: Ports) =>
  async (
    { residentId }: residents.v1.ListChildrenRequest,
    call: CallContext,
  ): Promise<residents.v1.ListChildrenResponse | Refusal> => {
    // The child sees who read it: the resident, not the gateway through which they did.
    const reader = `resident:${residentId}`;
    const own = { ...call, caller: reader, onBehalfOf: reader };
    const wards = (await guardians.of(residentId)).filter(({ guardianId }) => guardianId === residentId);
    const children: residents.v1.Child[] = [];
    for (const { childId } of wards) {
      const person = await personOf(app, childId);
      if (isRefusal(person)) continue;
      const no = await recorded(person.personId, why, ['name'], own, null);
      if (no) return no;
      const name = vault.open(person.sealed.name, `${person.personId}/name`);
      children.push({ residentId: person.personId, name });
    }
    return { children };
  };
