export { rulesOf } from './given';
export type { Answer, Given } from './given';
export { deepFreeze, storedAndLoaded } from './plain-data';
