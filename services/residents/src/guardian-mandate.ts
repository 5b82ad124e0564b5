import { residents } from '@lianban/protos';
import type { CallContext } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import type { App } from '@lianban/runtime';
import { guardianshipId } from './domain/guardianship';
import type { Guardianship } from './guardians';
import { type Recorded, personOf } from './reading';
import type { Vault } from './vault/seal';

/**
 * A guardianship among the mandates of the two, as one of them sees it: with the other's name, which is told, and so recorded, as with
 * a mandate. Nobody confirmed it, and nobody can end it.
 */
export const guardianMandates =
  (app: App, vault: Vault, recorded: Recorded) =>
  async (
    { childId, guardianId, until }: Guardianship,
    viewer: string,
    call: CallContext,
  ): Promise<residents.v1.Mandate> => {
    const other = viewer === childId ? guardianId : childId;
    const why = { caseId: guardianshipId(childId), purpose: 'mandate' };
    const reader = { ...call, caller: `resident:${viewer}`, onBehalfOf: undefined };
    const person = await personOf(app, other);
    const isTold = !isRefusal(person) && !(await recorded(other, why, ['name'], reader));
    const name = isTold ? vault.open(person.sealed.name, `${other}/name`) : '';
    return residents.v1.Mandate.fromPartial({
      mandateId: guardianshipId(childId),
      ...{ principalId: childId, agentId: guardianId, until, status: 'in-force', confirmedBy: 'register' },
      ...(viewer === childId ? { agentName: name } : { principalName: name }),
    });
  };
