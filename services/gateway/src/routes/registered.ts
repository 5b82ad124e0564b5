import { CallFailed, type CallOptions } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { residents } from '@lianban/protos';
import type { Ports } from '../ports';

const notRegistered = refuse(
  'resident-not-found',
  'The applicant is not in the residents’ register: have them registered first, and apply then.',
);

/**
 * The applicant's entry in the register: the district is taken from it, the age checked against the package's limits. The
 * gateway fetches it, where concurrent calls are batched, so that applications need not know residents.
 * @returns undefined from a residents service of the previous release, which lacks the call
 */
export async function registeredOf(
  residentId: string,
  { residents: register }: Pick<Ports, 'residents'>,
  call: CallOptions,
): Promise<residents.v1.Standing | Refusal | undefined> {
  try {
    const standing = await register.getStanding({ residentId }, call);
    return isRefusal(standing) && standing.refused === 'resident-not-found' ? notRegistered : standing;
  } catch (error) {
    if (error instanceof CallFailed && error.code === 'UNIMPLEMENTED') return undefined;
    throw error;
  }
}
