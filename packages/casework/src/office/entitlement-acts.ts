import type { EntitlementCommand } from '@lianban/entitlements';
import { type Refusal, refuse } from '@lianban/model';
import type { entitlements } from '@lianban/protos';
import { type Caller, supervisorOnly } from './officer';

const month = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What an officer may say of why; the resident reads it. */
const causes: Readonly<Record<'confirm' | 'suspend' | 'stop' | 'resume', readonly string[]>> = {
  confirm: ['looked-at'],
  suspend: ['under-check', 'not-reached'],
  stop: ['conditions-lost', 'own-wish', 'moved-out', 'false-statement'],
  resume: ['conditions-met-again', 'stopped-in-error'],
};

const unknownAct = refuse('act-unknown', 'An officer confirms, suspends, stops, resumes, approves or refuses.', '/act');
const unknownCause = refuse('cause-unknown', 'Choose one of the reasons for this act.', '/cause');
const noMonth = refuse('month-invalid', 'Name the first month, as YYYY-MM.', '/from');

/**
 * An act of an officer as a command: to confirm and to suspend pays nobody anything and needs one; to stop and to resume is asked for,
 * and a second person, who heads the office, answers.
 * @param on YYYY-MM-DD
 */
export function entitlementAct(
  { act, from, cause, arrears }: entitlements.v1.ActOnEntitlementRequest,
  { officer, isSupervisor }: Caller,
  on: string,
): EntitlementCommand | Refusal {
  if (act === 'refuse') return { type: 'AnswerAct', approve: false, officer };
  if (act === 'approve') return isSupervisor ? { type: 'AnswerAct', approve: true, officer } : supervisorOnly;
  if (act !== 'confirm' && act !== 'suspend' && act !== 'stop' && act !== 'resume') return unknownAct;
  if (!causes[act].includes(cause)) return unknownCause;
  if (act === 'confirm') return { type: 'Confirm', on, cause };
  if (!month.test(from)) return noMonth;
  if (act === 'suspend') return { type: 'Suspend', from, cause };
  return { type: 'AskAct', act, from, cause, arrears: act === 'resume' && arrears, officer };
}
