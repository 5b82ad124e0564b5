import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  CatalogueError,
  type CatalogueFile,
  type Problem,
  type Read,
  departmentFiles,
  readDepartments,
  readServices,
  readSource,
  serviceFiles,
} from '@lianban/catalogue';
import { catalogueOf, type Catalogue } from './catalogue';
import { checkDepartments } from './check-departments';
import { checkPackage, type Known } from './check-package';
import { checkServices } from './check-services';
import { compilePackage } from './compile';
import { packageFile, type PackageFile } from './shapes';

/** The packages that come with the service. */
const PACKAGES = resolve(__dirname, '..', '..', 'catalogue', 'packages');

/**
 * Reads a catalogue: a folder with one file a department, one a city service under `services` and one a package's version under
 * `packages`; without a folder, the files that stand in the folders of departments and services and the packages of this service. Throws one CatalogueError that lists every
 * problem by file and line; an Error when there is no such folder.
 */
export function loadCatalogue(folder?: string): Catalogue {
  const files = folder === undefined ? departmentFiles() : filesIn(folder, '');
  const departments = readDepartments(files);
  const own = folder === undefined ? serviceFiles() : filesIfThere(join(folder, 'services'), 'services/');
  const services = readServices(own);
  const packages = readPackages(filesIn(folder === undefined ? PACKAGES : join(folder, 'packages'), 'packages/'));
  const checked = checkDepartments(departments.read);
  const performed = checkServices(services.read, checked.departments);
  const known: Known = {
    performers: [...checked.departments, ...performed.services],
    items: [...checked.items, ...performed.items],
  };
  const problems = [departments, services, checked, performed, packages].flatMap((each) => each.problems);
  // Against a half-read list of items, sound packages would look wrong as well.
  if (departments.read.length === files.length && services.read.length === own.length)
    problems.push(...packages.read.flatMap((read) => checkPackage(read, known)));
  problems.push(...repeated(packages.read));
  if (problems.length > 0) throw new CatalogueError(problems);
  return catalogueOf(
    { departments: checked.departments, services: performed.services, items: checked.items },
    packages.read.map(({ value }) => compilePackage(value, known)),
  );
}

function readPackages(files: readonly CatalogueFile[]): { read: Read<PackageFile>[]; problems: Problem[] } {
  const all = files.map(({ path, label }) => readSource(label, readFileSync(path, 'utf8'), packageFile));
  return {
    read: all.flatMap((each) => ('value' in each ? [each] : [])),
    problems: all.flatMap((each) => ('value' in each ? [] : each)),
  };
}

/** A city may have no service that performs steps. */
const filesIfThere = (folder: string, below: string): readonly CatalogueFile[] =>
  existsSync(folder) ? filesIn(folder, below) : [];

function filesIn(folder: string, below: string): readonly CatalogueFile[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .toSorted()
      .map((name) => ({ path: join(folder, name), label: below + name }));
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The catalogue cannot be read: ${because}. CATALOGUE_FOLDER names a folder with a file for each department and a folder "packages".`,
      { cause: error },
    );
  }
}

function repeated(packages: readonly Read<PackageFile>[]): readonly Problem[] {
  const seen = new Set<string>();
  return packages.flatMap(({ source, value: { code, version } }) => {
    const name = `package "${code}" version ${version}`;
    const problems = seen.has(name) ? [source.problem(['version'], `${name} has a file already.`)] : [];
    seen.add(name);
    return problems;
  });
}
