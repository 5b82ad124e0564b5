import type { Mandate, Package } from '@lianban/rest-client';
import { ApiDown, ApiRefusal } from '../api/problem';
import { canApply } from '../catalogue/for-applicant';
import type { RequestContext } from '../http/request-context';
import { eligibility } from '../i18n/eligibility';
import type { BilingualText } from '../page/reader';

/** From this age on people often have somebody apply for them: whoever comes is asked whom it is for. */
const oftenThroughOthersFrom = 60;

/** Those to choose from before the form; undefined when nobody has to be asked, because people apply for this themselves. */
export async function toChooseFrom(of: Package, context: RequestContext): Promise<readonly Principal[] | undefined> {
  const { age, applicants = [] } = of;
  const isForOthersToo = (age?.min ?? 0) >= oftenThroughOthersFrom;
  if (!isForOthersToo && !applicants.includes('organisation')) return undefined;
  const people = await mayActFor(of, context);
  return isForOthersToo || people.some(({ isOrganisation }) => isOrganisation) ? people : undefined;
}

export type Principal = Mandate['principal'];

/** Those who let the reader apply for this package in their name. */
export async function mayActFor(of: Package, { calls }: RequestContext): Promise<readonly Principal[]> {
  const { received } = await calls.call('get', '/api/me/mandates', { query: { limit: 100 } });
  return received
    .filter(({ status, packages }) => status === 'in-force' && (packages === 'all' || packages.includes(of.code)))
    .map(({ principal }) => principal)
    .filter((principal) => canApply(of, { actingFor: { name: '', ...principal } }));
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
