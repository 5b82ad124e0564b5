import { type Refusal, refuse } from '@lianban/model';
import type { CaseCommand } from './commands';
import { conflictOfInterest, mustStayOut } from './conflict';
import { notWhile } from './refusals';
import type { Handler } from './setting';
import { type CaseState, type FiledCase, isOpen } from './state';

/** An officer takes a case that nobody holds. */
export const claim: Handler<'Claim'> = (_setting, state, { officer }, now) => {
  if (!isOpen(state)) return notWhile(state.status);
  const { holder } = state.file;
  if (holder === officer) return [];
  return holder === undefined ? [{ type: 'CaseClaimed', at: now, holder: officer }] : heldBy(holder);
};

/** The case goes back to the team: by whoever holds it, or by a supervisor. */
export const release: Handler<'Release'> = (_setting, state, { officer, supervisor }, now) => {
  if (!isOpen(state)) return notWhile(state.status);
  const { holder } = state.file;
  if (holder === undefined) return [];
  return holder === officer || supervisor ? [{ type: 'CaseReleased', at: now, by: officer }] : heldBy(holder);
};

/** A supervisor hands the case to an officer, whoever held it before: absence is covered this way. */
export const reassign: Handler<'Reassign'> = (_setting, state, { officer, to }, now) => {
  if (!isOpen(state)) return notWhile(state.status);
  if (!/^[\w.-]{1,64}$/.test(to)) return refuse('officer-unknown', 'Name the officer who is to have the case.', '/to');
  return state.file.holder === to ? [] : [{ type: 'CaseReassigned', at: now, holder: to, by: officer }];
};

/**
 * Two officers never work on one case at once: whoever does not hold it is told who does. Answering what a second person is
 * asked for is for the head of the office (行政许可法 art. 42), who holds no cases.
 */
export const heldByAnother = (command: CaseCommand, state: CaseState): Refusal | undefined => {
  if (!('officer' in command) || free.includes(command.type) || !isOpen(state)) return undefined;
  const { holder } = state.file;
  return holder === undefined || holder === command.officer ? undefined : heldBy(holder);
};

const free: readonly CaseCommand['type'][] = [
  ...(['Claim', 'Release', 'Reassign', 'WithdrawAsk'] as const),
  ...(['AskCorrection', 'ApproveCorrection', 'RefuseCorrection'] as const),
  ...(['ApproveExtension', 'RefuseExtension', 'ApproveDecision', 'RefuseDecision'] as const),
];

/** Whoever does not hold the case writes no message to the applicant either; a supervisor may. */
export const messageBarred = (
  { file: { request, holder } }: FiledCase,
  officer: string,
  isSupervisor: boolean,
): Refusal | undefined => {
  if (mustStayOut(request, officer)) return conflictOfInterest;
  return holder === undefined || holder === officer || isSupervisor ? undefined : heldBy(holder);
};

const heldBy = (holder: string): Refusal =>
  refuse(
    'held-by-another',
    `The case is in the hands of ${holder}: ask them to release it, or a supervisor to reassign it.`,
  );
