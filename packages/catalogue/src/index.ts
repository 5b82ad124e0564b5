export * as answers from './answers';
export { checkFields } from './check-fields';
export type { DepartmentFile, ItemEntry, Letterhead } from './department-file';
export {
  departmentFiles,
  loadDepartment,
  loadDepartments,
  loadService,
  readDepartments,
  readServices,
  shippedTexts,
  soundDepartments,
} from './departments';
export type { ServiceFile } from './service-file';
export { CatalogueError, describeProblems } from './problem';
export * as outside from './outside';
export type { Problem } from './problem';
export * as looks from './looks';
export { readSource } from './source';
export type { Path, Read } from './source';
export type { CatalogueText } from './text';
export type { FieldEntry } from './values';
export * as values from './values';
