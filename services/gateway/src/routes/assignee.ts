import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { casework } from '@lianban/protos';
import type { StaffList } from '../officers';
import { reaches } from './desk-reach';

type Assignee = StaffList[number];

const unknown = refuse('officer-unknown', 'Choose an officer of your department from the staff list.', '/to');
const outOfReach = refuse(
  'officer-out-of-reach',
  'This officer works for another district than the case, and could not open it.',
  '/to',
);

/**
 * Checks the officer a case is handed to: by the city's staff list one of the same department, so that nobody holds a case
 * they cannot open. Without a staff list nothing is refused.
 */
export function assigneeOf(to: string, department: string, officers: StaffList): Assignee | undefined | Refusal {
  if (to === '') return unknown;
  if (officers.length === 0) return undefined;
  return officers.find((officer) => officer.id === to && officer.department === department) ?? unknown;
}

/** The refusal when the case cannot be handed to this officer. */
export function notFor(assignee: ReturnType<typeof assigneeOf>, of: casework.v1.Case): Refusal | undefined {
  if (assignee === undefined || isRefusal(assignee)) return assignee;
  return reaches(assignee, of) ? undefined : outOfReach;
}
