import { looks } from '@lianban/catalogue';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { type CaseState, isOpen } from '../lifecycle/state';
import type { Caller } from './officer';

const notTheirs = refuse(
  'case-closed',
  'This case has ended: only the officer who had it in hand and a supervisor still open it. Ask your supervisor.',
);

/**
 * Why somebody is not shown a case: once it has ended it is looked at by whoever had it in hand and by supervisors, as long as the
 * department's catalogue file says. Undefined when they are; before its end the desk decides.
 */
export function closedTo(
  caller: Caller | Refusal,
  state: CaseState,
  ofDepartment: looks.Looks,
  now: Date,
): Refusal | undefined {
  if (state.status === 'unreceived' || isOpen(state)) return undefined;
  const { place, file } = state;
  // Cases of releases that kept no place on the list of work have their own moment.
  const endedAt = place?.closedAt ?? state.at;
  const until = looks.lookableUntil(ofDepartment, endedAt);
  if (now > until)
    return refuse(
      'case-closed',
      `This case ended on ${dayOf(endedAt)} and could be opened until ${dayOf(until)}: nobody looks at it any more.`,
    );
  if (isRefusal(caller)) return notTheirs;
  return caller.isSupervisor || caller.officer === file.holder || caller.officer === file.officer
    ? undefined
    : notTheirs;
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
