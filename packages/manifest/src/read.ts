import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CatalogueError, type Problem, describeProblems, outside, readSource } from '@lianban/catalogue';
import { type Written, checkManifests } from './check';
import { type Service, type Speaker, outsideSpeaker, servicesOf } from './service';
import { type Implied, impliedShape, manifestShape } from './shape';

export const MANIFEST = 'manifest.yaml';

/** The checkout, or the folder of an image: both hold `services/`. */
const ROOT = resolve(__dirname, '..', '..', '..');
const IMPLIED = resolve(__dirname, '..');

/** Some manifests are wrong: every place is named, so that one round of corrections is enough. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
  constructor(problems: readonly Problem[]) {
    super(`The manifests of the services cannot be used, correct these places:\n${describeProblems(problems)}`);
  }
}

/** Every manifest of a checkout as it is written. @throws ManifestError with everything that is wrong, by file and line */
export function readManifests(root = ROOT): readonly Written[] {
  const files = globSync([`services/*/${MANIFEST}`, `services/departments/*/${MANIFEST}`], { cwd: root }).sort();
  const all = files.map((file) => ({
    folder: basename(dirname(file)),
    read: readSource(file, readFileSync(join(root, file), 'utf8'), manifestShape),
  }));
  const written = all.flatMap(({ folder, read }) => ('value' in read ? [{ ...read, folder }] : []));
  const unread = all.flatMap(({ read }) => ('value' in read ? [] : read));
  const problems = unread.length > 0 ? unread : checkManifests(written);
  if (problems.length > 0) throw new ManifestError(problems);
  return written;
}

/** The services of a checkout, in the order of their ports. @throws ManifestError as readManifests does */
export const loadServices = (root = ROOT): readonly Service[] =>
  servicesOf(
    readManifests(root).map(({ value }) => value),
    { department: impliedByDepartment(), performer: impliedByPerforming() },
    outsideDepartments(root).map(({ department }) => department),
  );

/** Everybody who speaks on a topic of the city: its services, and the outside departments. @throws ManifestError as loadServices does */
export const loadSpeakers = (root = ROOT): readonly Speaker[] => [
  ...loadServices(root),
  ...outsideDepartments(root).map(outsideSpeaker(impliedByDepartment())),
];

/** The bodies that have no service here. @throws ManifestError where a file is wrong, or has the name of a service */
export function outsideDepartments(root = ROOT): readonly outside.OutsideDepartment[] {
  const files = outside.files(join(root, 'services', 'outside'));
  const named = readManifests(root).map(({ value }) => value.name);
  const taken = files.filter(({ path }) => named.includes(basename(path, '.yaml')));
  const sentence = 'a service has this name: choose another.';
  if (taken.length > 0) throw new ManifestError(taken.map(({ label: file }) => ({ file, line: 1, sentence })));
  try {
    return outside.load(join(root, 'services', 'outside'));
  } catch (error) {
    throw error instanceof CatalogueError ? new ManifestError(error.problems) : error;
  }
}

export const impliedByDepartment = (): Implied => implied('department.yaml');

export const impliedByPerforming = (): Implied => implied('performer.yaml');

function implied(file: string): Implied {
  const read = readSource(file, readFileSync(join(IMPLIED, file), 'utf8'), impliedShape);
  if (!('value' in read)) throw new ManifestError(read);
  return read.value;
}
