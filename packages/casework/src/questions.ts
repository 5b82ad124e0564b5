export { dayOf } from './calendar/shanghai-day';
export type { CaseRequests } from './office/case-hooks';
export { type Answers, unlessRecorded } from './questions/answering';
export { keepRecord } from './questions/record';
export * as shapes from './questions/shapes';
