import { saidByDepartments } from './casework';
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

export const goldens: readonly Golden[] = [
  ...saidByApplications,
  ...saidByDepartments,
  ...saidOfApplications,
  ...saidByResidents,
  ...saidByEmployment,
  ...saidBySocialAssistance,
  ...saidByElderlyCare,
  ...saidByPermits,
];
