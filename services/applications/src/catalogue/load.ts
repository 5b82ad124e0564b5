import { CatalogueError, type CatalogueText } from '@lianban/catalogue';
import { catalogueOf, type Catalogue } from './catalogue';
import { checkCatalogue } from './check-catalogue';
import { compilePackage } from './compile';
import { catalogueTexts } from './texts';

/**
 * Reads the catalogue of a folder, or the one that comes with the service. Throws one CatalogueError that lists every problem by file
 * and line; an Error when there is no such folder.
 */
export const loadCatalogue = (folder?: string): Catalogue => compileCatalogue(catalogueTexts(folder));

/** @throws CatalogueError with everything that is wrong in the files */
export function compileCatalogue(texts: readonly CatalogueText[]): Catalogue {
  const { known, departments, services, items, packages, problems } = checkCatalogue(texts);
  if (problems.length > 0) throw new CatalogueError(problems);
  return catalogueOf(
    { departments, services, items },
    packages.map(({ value }) => compilePackage(value, known)),
  );
}
