export { asyncApi } from './async-api';
export { channelsOf } from './channels';
export { IDENTITY_PROVIDER_PORT, freePort } from './check';
export {
  MANIFEST,
  ManifestError,
  impliedByDepartment,
  impliedByPerforming,
  loadServices,
  loadSpeakers,
  outsideDepartments,
} from './read';
export type { Service, Speaker } from './service';
export { type RetentionRule, type RetentionTable, LEAST_DAYS, retentionTable, ruleFor } from './retention';
