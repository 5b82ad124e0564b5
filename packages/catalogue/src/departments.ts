import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ZodType } from 'zod';
import { checkDepartment, checkService } from './check-department';
import { departmentFile, type DepartmentFile } from './department-file';
import { CatalogueError, type Problem } from './problem';
import { type ServiceFile, serviceFile } from './service-file';
import { readSource, type Read } from './source';

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

/** The files of the city services that perform steps. */
export const serviceFiles = (folder = SERVICES_FOLDER): readonly CatalogueFile[] => filesIn(folder);

/** permits/catalogue.yaml */
const labelled = (path: string): CatalogueFile => ({ path, label: join(basename(dirname(path)), CATALOGUE) });

export interface ReadFiles<T> {
  readonly read: readonly Read<T>[];
  readonly problems: readonly Problem[];
}

function readFiles<T>(
  files: readonly CatalogueFile[],
  shape: ZodType<T>,
  check: (read: Read<T>) => readonly Problem[],
): ReadFiles<T> {
  const all = files.map(({ path, label }) => readSource(label, readFileSync(path, 'utf8'), shape));
  const read = all.flatMap((each) => ('value' in each ? [each] : []));
  const unread = all.flatMap((each) => ('value' in each ? [] : each));
  return { read, problems: [...unread, ...read.flatMap(check)] };
}

/** Reads departments' files and checks each by itself. */
export const readDepartments = (files: readonly CatalogueFile[]): ReadFiles<DepartmentFile> =>
  readFiles(files, departmentFile, checkDepartment);

/** Reads the files of city services and checks each by itself. */
export const readServices = (files: readonly CatalogueFile[]): ReadFiles<ServiceFile> =>
  readFiles(files, serviceFile, checkService);

/** The departments there are. @throws CatalogueError with everything that is wrong in their files, by file and line */
export const loadDepartments = (): readonly DepartmentFile[] => sound(readDepartments(departmentFiles()));

/** The department whose folder this is. @throws CatalogueError with everything that is wrong in its file */
export function loadDepartment(folder: string): DepartmentFile {
  const [department] = sound(readDepartments([labelled(join(folder, CATALOGUE))]));
  if (!department) throw new Error(`${folder} has no ${CATALOGUE}`);
  return department;
}

function sound({ read, problems }: ReadFiles<DepartmentFile>): readonly DepartmentFile[] {
  if (problems.length > 0) throw new CatalogueError(problems);
  return read.map(({ value }) => value);
}
