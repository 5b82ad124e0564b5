import type { Package } from '@lianban/rest-client';
import { forApplicant } from '../catalogue/for-applicant';
import type { PackageCatalogue } from '../catalogue/packages';
import { NotFound } from '../http/failures';
import type { RequestContext } from '../http/request-context';

/** The package in the path, as it is for whoever applies. @throws NotFound when there is no such package */
export async function packageNamed(
  { params, reader }: Pick<RequestContext, 'params' | 'reader'>,
  packages: PackageCatalogue,
): Promise<Package> {
  const found = (await packages.all()).find((each) => each.code === params.package);
  if (!found) throw new NotFound();
  return forApplicant(found, reader);
}
