import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ZodType } from 'zod';
import { catalogueOf, type Catalogue } from './catalogue';
import { checkDepartments } from './check-departments';
import { checkPackage, type Known } from './check-package';
import { compilePackage } from './compile';
import { CatalogueError, type Problem } from './problem';
import { departmentFile, packageFile, type PackageFile } from './shapes';
import { readSource, type Read } from './source';

/** The catalogue that comes with the service. */
export const CATALOGUE_FOLDER = resolve(__dirname, '..', '..', 'catalogue');

/**
 * Reads a catalogue: one file a department in the folder, one a package's version under `packages`. Throws one
 * CatalogueError that lists every problem by file and line; an Error when there is no such folder.
 */
export function loadCatalogue(folder: string = CATALOGUE_FOLDER): Catalogue {
  const departments = readFolder(folder, '', departmentFile);
  const packages = readFolder(folder, 'packages/', packageFile);
  const checked = checkDepartments(departments.read);
  const known: Known = { departments: checked.departments, items: checked.items };
  const problems = [...departments.problems, ...checked.problems, ...packages.problems];
  // Against a half-read list of items, sound packages would look wrong as well.
  if (departments.problems.length === 0) problems.push(...packages.read.flatMap((read) => checkPackage(read, known)));
  problems.push(...repeated(packages.read));
  if (problems.length > 0) throw new CatalogueError(problems);
  return catalogueOf(
    checked.departments,
    checked.items,
    packages.read.map(({ value }) => compilePackage(value, known)),
  );
}

interface Folder<T> {
  readonly read: readonly Read<T>[];
  readonly problems: readonly Problem[];
}

function readFolder<T>(folder: string, below: string, shape: ZodType<T>): Folder<T> {
  const names = filesIn(join(folder, below)).filter((name) => name.endsWith('.yaml'));
  const all = names
    .toSorted()
    .map((name) => readSource(below + name, readFileSync(join(folder, below, name), 'utf8'), shape));
  return {
    read: all.flatMap((each) => ('value' in each ? [each] : [])),
    problems: all.flatMap((each) => ('value' in each ? [] : each)),
  };
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
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
