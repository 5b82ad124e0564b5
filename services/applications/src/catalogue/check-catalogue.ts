import {
  type CatalogueText,
  type DepartmentFile,
  type Problem,
  type Read,
  readDepartments,
  readServices,
  readSource,
  type ServiceFile,
} from '@lianban/catalogue';
import { type CheckedDepartments, checkDepartments } from './check-departments';
import { packagesOfItems } from './alone';
import type { Performer } from './catalogue';
import { checkPackage, type Known } from './check-package';
import { withItemFields } from './item-fields';
import { checkServices } from './check-services';
import { packageFile, type PackageFile } from './shapes';

/** The files of a catalogue, read and checked, with every problem in them. */
export interface CheckedCatalogue extends CheckedDepartments {
  readonly files: readonly Read<DepartmentFile>[];
  /** Of city services that perform steps. */
  readonly serviceFiles: readonly Read<ServiceFile>[];
  readonly services: readonly Performer[];
  /** What packages may refer to. */
  readonly known: Known;
  readonly packages: readonly Read<PackageFile>[];
}

/** Checks each file by itself and against the others. */
export function checkCatalogue(texts: readonly CatalogueText[]): CheckedCatalogue {
  const departments = texts.filter(({ kind }) => kind === 'department');
  const { read: files, problems: inDepartments } = readDepartments(departments);
  const ofServices = texts.filter(({ kind }) => kind === 'service');
  const { read: serviceFiles, problems: inServices } = readServices(ofServices);
  const checked = checkDepartments(files);
  const performed = checkServices(serviceFiles, checked.departments);
  const { services } = performed;
  const known = { performers: [...checked.departments, ...services], items: [...checked.items, ...performed.items] };
  const written = readPackages(texts.filter(({ kind }) => kind === 'package'));
  const packages = {
    read: [...written.read.map((each) => withItemFields(each, known)), ...files.flatMap(packagesOfItems)],
    problems: written.problems,
  };
  const problems = [...inDepartments, ...inServices, ...checked.problems, ...performed.problems];
  problems.push(...packages.problems, ...repeated(packages.read));
  // Against a half-read list of items, sound packages would look wrong as well.
  if (files.length === departments.length && serviceFiles.length === ofServices.length)
    problems.push(...packages.read.flatMap((read) => checkPackage(read, known)));
  return { ...checked, services, known, files, serviceFiles, packages: packages.read, problems };
}

function readPackages(texts: readonly CatalogueText[]): { read: Read<PackageFile>[]; problems: Problem[] } {
  const all = texts.map(({ label, text }) => readSource(label, text, packageFile));
  return {
    read: all.flatMap((each) => ('value' in each ? [each] : [])),
    problems: all.flatMap((each) => ('value' in each ? [] : each)),
  };
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
