import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { checkDepartment } from './check-department';
import { departmentFile, type DepartmentFile } from './department-file';
import { CatalogueError, type Problem } from './problem';
import { readSource, type Read } from './source';

const CATALOGUE = 'catalogue.yaml';

/** The folders of the departments: each has its catalogue file beside its rules. An image holds the files its service reads. */
const DEPARTMENTS_FOLDER = resolve(__dirname, '..', '..', '..', 'services', 'departments');

/** A file and how problems name it. */
export interface CatalogueFile {
  readonly path: string;
  readonly label: string;
}

/** The files of the departments there are, in the order of their names. */
export const departmentFiles = (folder = DEPARTMENTS_FOLDER): readonly CatalogueFile[] =>
  readdirSync(folder)
    .map((name) => labelled(join(folder, name, CATALOGUE)))
    .filter(({ path }) => existsSync(path))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));

/** permits/catalogue.yaml */
const labelled = (path: string): CatalogueFile => ({ path, label: join(basename(dirname(path)), CATALOGUE) });

export interface ReadDepartments {
  readonly read: readonly Read<DepartmentFile>[];
  readonly problems: readonly Problem[];
}

/** Reads departments' files and checks each by itself. */
export function readDepartments(files: readonly CatalogueFile[]): ReadDepartments {
  const all = files.map(({ path, label }) => readSource(label, readFileSync(path, 'utf8'), departmentFile));
  const read = all.flatMap((each) => ('value' in each ? [each] : []));
  const unread = all.flatMap((each) => ('value' in each ? [] : each));
  return { read, problems: [...unread, ...read.flatMap(checkDepartment)] };
}

/** The departments there are. @throws CatalogueError with everything that is wrong in their files, by file and line */
export const loadDepartments = (): readonly DepartmentFile[] => sound(readDepartments(departmentFiles()));

/** The department whose folder this is. @throws CatalogueError with everything that is wrong in its file */
export function loadDepartment(folder: string): DepartmentFile {
  const [department] = sound(readDepartments([labelled(join(folder, CATALOGUE))]));
  if (!department) throw new Error(`${folder} has no ${CATALOGUE}`);
  return department;
}

function sound({ read, problems }: ReadDepartments): readonly DepartmentFile[] {
  if (problems.length > 0) throw new CatalogueError(problems);
  return read.map(({ value }) => value);
}
