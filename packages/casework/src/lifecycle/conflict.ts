import { type Refusal, refuse } from '@lianban/model';
import type { CaseCommand } from './commands';
import type { StepRequest } from './item';
import type { CaseState } from './state';

/**
 * Recusal 回避 (公务员法 art. 76): whoever a case concerns, or who applied or supplemented in that person's name, does not
 * work on it and is not given it. An officer's id and a resident's are of one register of people.
 */
export const mustStayOut = ({ residentId, filedBy = [] }: StepRequest, person: string): boolean =>
  person === residentId || filedBy.includes(person);

export const conflictOfInterest = refuse(
  'conflict-of-interest',
  'You are the applicant of this case, or applied in their name: another officer works on it.',
);

const assigneeInConflict = refuse(
  'conflict-of-interest',
  'This officer is the applicant of the case, or applied in their name: give it to another one.',
  '/to',
);

/** Letting go stays possible: a case can have come to somebody before it was known that they must stay out of it. */
export const conflictOf = (command: CaseCommand, state: CaseState): Refusal | undefined => {
  if (!('officer' in command) || command.type === 'Release' || state.status === 'unreceived') return undefined;
  const { request } = state.file;
  if (mustStayOut(request, command.officer)) return conflictOfInterest;
  return command.type === 'Reassign' && mustStayOut(request, command.to) ? assigneeInConflict : undefined;
};
