export { AREAS } from './areas';
export type { AreaCode } from './areas';
export { checkFields } from './check-fields';
export type { Say } from './check-fields';
export type { DepartmentFile, ItemEntry } from './department-file';
export {
  departmentFiles,
  loadDepartment,
  loadDepartments,
  readDepartments,
  readServices,
  serviceFiles,
} from './departments';
export type { ServiceFile } from './service-file';
export type { CatalogueFile } from './departments';
export { CatalogueError, describeProblems } from './problem';
export type { Problem } from './problem';
export { readSource } from './source';
export type { Path, Read } from './source';
export { isAbsent, valueProblem } from './value-problem';
export type { FieldEntry, Text } from './values';
export * as values from './values';
