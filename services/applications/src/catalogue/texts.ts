import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CatalogueText, shippedTexts } from '@lianban/catalogue';

/** The packages that come with the service. */
const PACKAGES = resolve(__dirname, '..', '..', 'catalogue', 'packages');

/**
 * The files of a catalogue: a folder with one file a department, one a city service under `services` and one a package's version under
 * `packages`; without a folder, those that stand in the folders of departments and services and the packages of this service. @throws Error when there is no such folder
 */
export function catalogueTexts(folder?: string): readonly CatalogueText[] {
  const packages = folder === undefined ? PACKAGES : join(folder, 'packages');
  return [...performersOf(folder), ...textsIn(packages, 'package', 'packages/')];
}

/** A city may have no service that performs steps. */
function performersOf(folder: string | undefined): readonly CatalogueText[] {
  if (folder === undefined) return shippedTexts();
  const services = join(folder, 'services');
  return [
    ...textsIn(folder, 'department', ''),
    ...(existsSync(services) ? textsIn(services, 'service', 'services/') : []),
  ];
}

function textsIn(folder: string, kind: CatalogueText['kind'], below: string): readonly CatalogueText[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .toSorted()
      .map((name) => ({ kind, label: below + name, text: readFileSync(join(folder, name), 'utf8') }));
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The catalogue cannot be read: ${because}. CATALOGUE_FOLDER names a folder with a file for each department and a folder "packages".`,
      { cause: error },
    );
  }
}
