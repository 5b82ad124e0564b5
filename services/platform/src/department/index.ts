export { CASES } from './cases';
export { department } from './department';
export type { CaseAnnouncements, CaseAsk, CaseFollow, DepartmentParts } from './department';
