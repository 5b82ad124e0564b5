import type { DepartmentFile } from './department-file';
import { departmentText, outsideFiles, readDepartments } from './departments';
import { CatalogueError } from './problem';

export { outsideFiles as files } from './departments';
export type { Play } from './department-file';

/** A body that has no service here 外部部门: it hears and speaks on Kafka by the public contract, with programs of its own. */
export interface OutsideDepartment extends DepartmentFile {
  readonly outside: NonNullable<DepartmentFile['outside']>;
}

/** The outside departments there are. @throws CatalogueError with everything that is wrong in their files, by file and line */
export function load(folder?: string): readonly OutsideDepartment[] {
  const { read, problems } = readDepartments(outsideFiles(folder).map(departmentText));
  const bare = read.flatMap(({ source, value: { department, outside } }) => [
    ...(outside ? [] : [source.problem([], `${department} stands among the outside departments: give "outside".`)]),
    ...(source.file === `outside/${department}.yaml`
      ? []
      : [source.problem(['department'], `the file is called ${source.file}: name it after the department.`)]),
  ]);
  if (problems.length + bare.length > 0) throw new CatalogueError([...problems, ...bare]);
  return read.map(({ value }) => value as OutsideDepartment);
}
