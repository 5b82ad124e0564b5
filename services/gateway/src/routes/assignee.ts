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
 * The officer a case is to be handed to: one of the same department, by the city's staff list, so that no case is held by
 * somebody who cannot open it. A city that gives no list says itself who is an officer: undefined, and nothing is refused.
 */
export function assigneeOf(to: string, department: string, officers: StaffList): Assignee | undefined | Refusal {
  if (to === '') return unknown;
  if (officers.length === 0) return undefined;
  return officers.find((officer) => officer.id === to && officer.department === department) ?? unknown;
}

/** Why the case cannot be handed to them. */
export function notFor(assignee: ReturnType<typeof assigneeOf>, of: casework.v1.Case): Refusal | undefined {
  if (assignee === undefined || isRefusal(assignee)) return assignee;
  return reaches(assignee, of) ? undefined : outOfReach;
}
