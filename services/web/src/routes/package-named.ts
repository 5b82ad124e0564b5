import type { Package } from '@lianban/rest-client';
import type { PackageCatalogue } from '../catalogue/packages';
import { NotFound } from '../http/failures';

/** @throws NotFound when there is no such package */
export async function packageNamed(code: string | undefined, packages: PackageCatalogue): Promise<Package> {
  const found = (await packages.all()).find((each) => each.code === code);
  if (!found) throw new NotFound();
  return found;
}
