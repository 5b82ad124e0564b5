import { casework } from '@lianban/protos';
import { type EventHandler, eventHandler } from '@lianban/inbox';
import { commandTo } from '@lianban/model';
import type { CaseCommand, CommandOf } from '../lifecycle/commands';
import type { StepRequest } from '../lifecycle/item';
import { CASES } from '../office/cases';
import { decidedByOf } from './wire';

const { v1 } = casework;

export const caseId = ({ applicationNumber, step }: { readonly applicationNumber: string; readonly step: string }) =>
  `${applicationNumber}/${step}`;

/** What applications says of a step → the command it means for the department's case of that step. */
export const caseHandlers = {
  [v1.StepRequested.$type]: (message: casework.v1.StepRequested): CommandOf<'ReceiveStep'> => ({
    type: 'ReceiveStep',
    request: requestOf(message),
  }),
  [v1.SupplementProvided.$type]: (message: casework.v1.SupplementProvided): CommandOf<'ProvideSupplement'> => ({
    type: 'ProvideSupplement',
    answers: message.answers ?? {},
    materials: message.materials,
    ...(message.providedAt && { providedAt: message.providedAt }),
    ...(message.providedBy && { providedBy: message.providedBy }),
  }),
  [v1.ObjectionRaised.$type]: (message: casework.v1.ObjectionRaised): CommandOf<'RaiseObjection'> => ({
    type: 'RaiseObjection',
    objection: message.objection,
    ...(message.raisedAt && { raisedAt: message.raisedAt }),
    ...(message.review && { review: true }),
  }),
  [v1.StepCancellationRequested.$type]: ({ reason }: casework.v1.StepCancellationRequested): CommandOf<'Cancel'> => ({
    type: 'Cancel',
    reason,
  }),
  [v1.StepCompensationRequested.$type]: ({
    reason,
  }: casework.v1.StepCompensationRequested): CommandOf<'Compensate'> => ({ type: 'Compensate', reason }),
} as const;

const handler = <M extends { readonly ref: casework.v1.StepRef | undefined }>(
  type: Parameters<typeof eventHandler<M>>[0],
  toCommand: (message: M) => CaseCommand,
): EventHandler => eventHandler(type, (message) => commandTo(CASES, caseId(refOf(message)), toCommand(message)));

/**
 * The table as a department subscribes to it. A message that breaks its contract (no step, no time) throws, which makes its
 * record a dead letter: no retry can help.
 */
export const stepHandlers: readonly EventHandler[] = [
  handler(v1.StepRequested, caseHandlers['casework.v1.StepRequested']),
  handler(v1.SupplementProvided, caseHandlers['casework.v1.SupplementProvided']),
  handler(v1.ObjectionRaised, caseHandlers['casework.v1.ObjectionRaised']),
  handler(v1.StepCancellationRequested, caseHandlers['casework.v1.StepCancellationRequested']),
  handler(v1.StepCompensationRequested, caseHandlers['casework.v1.StepCompensationRequested']),
];

const refOf = ({ ref }: { readonly ref: casework.v1.StepRef | undefined }): casework.v1.StepRef => {
  if (!ref || ref.applicationNumber === '' || ref.step === '') throw new Error('the message names no step');
  return ref;
};

const requestOf = (message: casework.v1.StepRequested): StepRequest => {
  const { applicationNumber, step, item, department } = refOf(message);
  const { itemVersion, residentId, district, materials, requestedAt } = message;
  const { statutoryDays, statutoryCalendarDays, promisedDays } = message;
  if (!requestedAt) throw new Error('the message does not say when the step was requested');
  return {
    applicationNumber,
    step,
    item,
    ...(itemVersion > 0 && { itemVersion }),
    department,
    residentId,
    ...(message.subjectId && { subjectId: message.subjectId }),
    district,
    answers: message.answers ?? {},
    earlier: message.earlier ?? {},
    materials,
    decidedBy: decidedByOf(message.decidedBy),
    statutoryDays,
    ...(statutoryCalendarDays !== undefined && { statutoryCalendarDays }),
    promisedDays,
    requestedAt,
    ...(message.filedBy.length > 0 && { filedBy: message.filedBy }),
    ...(message.capability && { capability: message.capability }),
  };
};
