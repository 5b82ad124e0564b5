import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { checkDepartment } from './check-department';
import { departmentFile, type DepartmentFile } from './department-file';
import { CatalogueError, type Problem } from './problem';
import { readSource, type Read } from './source';
import type { CatalogueText } from './text';

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

/** A department's file as text. */
export const departmentText = ({ path, label }: CatalogueFile): CatalogueText => ({
  kind: 'department',
  label,
  text: readFileSync(path, 'utf8'),
});

/** Reads departments' files and checks each by itself. */
export function readDepartments(files: readonly CatalogueText[]): ReadDepartments {
  const all = files.map(({ label, text }) => readSource(label, text, departmentFile));
  const read = all.flatMap((each) => ('value' in each ? [each] : []));
  const unread = all.flatMap((each) => ('value' in each ? [] : each));
  return { read, problems: [...unread, ...read.flatMap(checkDepartment)] };
}

/** The departments there are. @throws CatalogueError with everything that is wrong in their files, by file and line */
export const loadDepartments = (): readonly DepartmentFile[] => soundDepartments(departmentFiles().map(departmentText));

/** The department whose folder this is. @throws CatalogueError with everything that is wrong in its file */
export function loadDepartment(folder: string): DepartmentFile {
  const [department] = soundDepartments([departmentText(labelled(join(folder, CATALOGUE)))]);
  if (!department) throw new Error(`${folder} has no ${CATALOGUE}`);
  return department;
}

/** Departments by their files' text. @throws CatalogueError with everything that is wrong in them, by file and line */
export function soundDepartments(files: readonly CatalogueText[]): readonly DepartmentFile[] {
  const { read, problems } = readDepartments(files);
  if (problems.length > 0) throw new CatalogueError(problems);
  return read.map(({ value }) => value);
}
