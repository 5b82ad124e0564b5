export { CASES, department } from './department';
export type { CaseAnnouncements, CaseAsk, CaseFollow, DepartmentParts } from './department';
