export type { CaseRequests } from './office/department';
export { type Answers, unlessRecorded } from './questions/answering';
export { keepRecord } from './questions/record';
export * as shapes from './questions/shapes';
