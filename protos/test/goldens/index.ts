import { saidByDepartments } from './casework';
import { saidBySocialSecurity, saidBySocialWelfare } from './benefits';
import { saidOfEntitlements } from './entitlements';
import { saidByHealth, saidByPublicSecurity } from './civil-facts';
import type { Golden } from './golden';
import {
  saidByElderlyCare,
  saidByEmployment,
  saidByPermits,
  saidByResidents,
  saidBySocialAssistance,
  saidOfApplications,
} from './own-facts';
import { saidByApplications } from './requests';
import { saidOfServiceSteps } from './steps';

export const goldens: readonly Golden[] = [
  ...saidByApplications,
  ...saidOfEntitlements,
  ...saidByDepartments,
  ...saidOfServiceSteps,
  ...saidOfApplications,
  ...saidByResidents,
  ...saidByEmployment,
  ...saidBySocialAssistance,
  ...saidByElderlyCare,
  ...saidByPermits,
  ...saidByHealth,
  ...saidByPublicSecurity,
  ...saidBySocialSecurity,
  ...saidBySocialWelfare,
];
