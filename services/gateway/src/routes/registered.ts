import { CallFailed, type CallOptions } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { residents } from '@lianban/protos';
import type { Ports } from '../ports';

const notRegistered = refuse(
  'resident-not-found',
  'The applicant is not in the residents’ register: have them registered first, and apply then.',
);

/**
 * What the register says of whoever applies: their district is taken from it, and their age checked against the package's. Asked here,
 * where calls of one moment travel together, so that applications need not know residents.
 * @returns undefined from residents of the former release, which do not tell
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
