import { CallFailed } from '@lianban/grpc';
import { type Refusal, isRefusal } from '@lianban/model';
import { entitlements } from '@lianban/protos';
import type { Asked } from './asked';

interface Drawn {
  readonly entitlements: readonly entitlements.v1.Entitlement[];
  /** Departments that did not answer. */
  readonly unavailable: readonly string[];
}

type Answer = entitlements.v1.ListEntitlementsResponse | Refusal | 'unavailable' | 'grants-nothing';

/** What a person and their household draw of every department: the one place where it is asked. The register records it as their own look. */
export async function drawnOf({ residentId, ports, call }: Asked): Promise<Drawn | Refusal> {
  const entry = await ports.ownEntry.getEntry({ residentId }, call);
  if (isRefusal(entry)) return entry;
  const request = { residentId, householdId: entry.household?.householdId ?? '' };
  const asked = Object.keys(ports.desks).map(async (department): Promise<readonly [string, Answer]> => {
    try {
      const client = ports.clientOf(department, entitlements.v1.EntitlementsServiceService);
      return [department, await client.list(request, call)];
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      // Most departments grant nothing that recurs, and have no such service.
      if (error.code === 'UNIMPLEMENTED') return [department, 'grants-nothing'];
      ports.log.warn({ err: error }, 'department not available: what it pays is left out, and said to be');
      return [department, 'unavailable'];
    }
  });
  const answers = await Promise.all(asked);
  const refused = answers.map(([, answer]) => answer).find((answer) => isRefusal(answer));
  if (refused && isRefusal(refused)) return refused;
  return {
    entitlements: answers.flatMap(([, answer]) =>
      typeof answer === 'string' || isRefusal(answer) ? [] : answer.entitlements,
    ),
    unavailable: answers.filter(([, answer]) => answer === 'unavailable').map(([department]) => department),
  };
}
