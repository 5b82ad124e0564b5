import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ZodType } from 'zod';
import { checkDepartment, checkService } from './check-department';
import { departmentFile, type DepartmentFile } from './department-file';
import { CatalogueError, type Problem } from './problem';
import { type ServiceFile, serviceFile } from './service-file';
import { readSource, type Read } from './source';
import type { CatalogueText } from './text';

const CATALOGUE = 'catalogue.yaml';

const SERVICES_FOLDER = resolve(__dirname, '..', '..', '..', 'services');

/** The folders of the departments: each has its catalogue file beside its rules. An image holds the files its service reads. */
const DEPARTMENTS_FOLDER = join(SERVICES_FOLDER, 'departments');

/** A file and how problems name it. */
export interface CatalogueFile {
  readonly path: string;
  readonly label: string;
}

/** The catalogue files in the folders of a folder, in the order of their names. */
const filesIn = (folder: string): readonly CatalogueFile[] =>
  readdirSync(folder)
    .map((name) => labelled(join(folder, name, CATALOGUE)))
    .filter(({ path }) => existsSync(path))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));

/** The files of the departments there are. */
export const departmentFiles = (folder = DEPARTMENTS_FOLDER): readonly CatalogueFile[] => filesIn(folder);

/** Bodies that have no service here, one file each: nothing of them but this file is in a city. */
const OUTSIDE_FOLDER = join(SERVICES_FOLDER, 'outside');

/** The files of the outside departments there are. */
export const outsideFiles = (folder = OUTSIDE_FOLDER): readonly CatalogueFile[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .toSorted()
        .map((name) => ({ path: join(folder, name), label: join('outside', name) }))
    : [];

/** permits/catalogue.yaml */
const labelled = (path: string): CatalogueFile => ({ path, label: join(basename(dirname(path)), CATALOGUE) });

export interface ReadFiles<T> {
  readonly read: readonly Read<T>[];
  readonly problems: readonly Problem[];
}

const textOf =
  (kind: CatalogueText['kind']) =>
  ({ path, label }: CatalogueFile): CatalogueText => ({ kind, label, text: readFileSync(path, 'utf8') });

/** A department's file as text. */
export const departmentText = textOf('department');

/** What the checkout, or an image, says of who performs steps: departments, outside ones, and the city services that do. */
export const shippedTexts = (): readonly CatalogueText[] => [
  ...[...departmentFiles(), ...outsideFiles()].map(departmentText),
  ...filesIn(SERVICES_FOLDER).map(textOf('service')),
];

function readFiles<T>(
  files: readonly CatalogueText[],
  shape: ZodType<T>,
  check: (read: Read<T>) => readonly Problem[],
): ReadFiles<T> {
  const all = files.map(({ label, text }) => readSource(label, text, shape));
  const read = all.flatMap((each) => ('value' in each ? [each] : []));
  const unread = all.flatMap((each) => ('value' in each ? [] : each));
  return { read, problems: [...unread, ...read.flatMap(check)] };
}

/** Reads departments' files and checks each by itself. */
export const readDepartments = (files: readonly CatalogueText[]): ReadFiles<DepartmentFile> =>
  readFiles(files, departmentFile, checkDepartment);

/** Reads the files of city services and checks each by itself. */
export const readServices = (files: readonly CatalogueText[]): ReadFiles<ServiceFile> =>
  readFiles(files, serviceFile, checkService);

/** The departments there are. @throws CatalogueError with everything that is wrong in their files, by file and line */
export const loadDepartments = (): readonly DepartmentFile[] => soundDepartments(departmentFiles().map(departmentText));

/** The department whose folder this is. @throws CatalogueError with everything that is wrong in its file */
export function loadDepartment(folder: string): DepartmentFile {
  const [department] = soundDepartments([departmentText(labelled(join(folder, CATALOGUE)))]);
  if (!department) throw new Error(`${folder} has no ${CATALOGUE}`);
  return department;
}

/** The city service whose folder this is. @throws CatalogueError with everything that is wrong in its file */
export function loadService(folder: string): ServiceFile {
  const { read, problems } = readServices([textOf('service')(labelled(join(folder, CATALOGUE)))]);
  const [service] = read;
  if (problems.length > 0 || !service) throw new CatalogueError(problems);
  return service.value;
}

/** Departments by their files' text. @throws CatalogueError with everything that is wrong in them, by file and line */
export function soundDepartments(files: readonly CatalogueText[]): readonly DepartmentFile[] {
  const { read, problems } = readDepartments(files);
  if (problems.length > 0) throw new CatalogueError(problems);
  return read.map(({ value }) => value);
}
