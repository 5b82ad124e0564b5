import type { Mandate, Package } from '@lianban/rest-client';
import { ApiDown, ApiRefusal } from '../api/problem';
import type { RequestContext } from '../http/request-context';
import { eligibility } from '../i18n/eligibility';
import type { BilingualText } from '../page/reader';

/** From this age on people often have somebody apply for them: whoever comes is asked whom it is for. */
const oftenThroughOthersFrom = 60;

export const isForOthersToo = ({ age }: Package): boolean => (age?.min ?? 0) >= oftenThroughOthersFrom;

export type Principal = Mandate['principal'];

/** Those who let the reader apply for this package in their name. */
export async function mayActFor({ code }: Package, { calls }: RequestContext): Promise<readonly Principal[]> {
  const { received } = await calls.call('get', '/api/me/mandates', { query: { limit: 100 } });
  return received
    .filter(({ status, packages }) => status === 'in-force' && (packages === 'all' || packages.includes(code)))
    .map(({ principal }) => principal);
}

/**
 * Why the register keeps the applicant out, before anything is filled in. A register that does not answer keeps nobody out here: the
 * submission is checked again.
 */
export async function notEligible({ code }: Package, { calls }: RequestContext): Promise<BilingualText | undefined> {
  try {
    const { why = '' } = await calls.call('get', '/api/me/eligibility/{package}', { path: { package: code } });
    return eligibility[why];
  } catch (error) {
    if (error instanceof ApiDown || (error instanceof ApiRefusal && error.status === 404)) return undefined;
    throw error;
  }
}
