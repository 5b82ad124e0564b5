import { casework } from '@lianban/protos';
import type { capabilitySigner } from '@lianban/steps';
import type { PublishedEvent } from '@lianban/model';
import type { ApplicationState } from '../domain/application';
import type { DecisionRequested, ObjectionRaised, StepEvent, SupplementProvided } from '../domain/events';

const { v1 } = casework;

// What departments are asked, in casework.v1.

export type SignCapability = ReturnType<typeof capabilitySigner>;

export function requested(
  event: DecisionRequested,
  { agentId, assistedBy }: ApplicationState,
  sign: SignCapability,
): PublishedEvent {
  const { package: code, packageVersion, itemVersion, residentId, subjectId, district, at } = event;
  const { statutoryDays, statutoryCalendarDays, promisedDays } = event;
  const value = {
    ref: refOf(event),
    package: code,
    packageVersion,
    itemVersion,
    residentId,
    ...(subjectId && { subjectId }),
    district,
    answers: { ...event.answers },
    earlier: { ...event.earlier },
    materials: [...event.materials],
    decidedBy: decidedBy[event.decidedBy],
    statutoryDays,
    statutoryCalendarDays,
    promisedDays,
    requestedAt: at,
    filedBy: [agentId, assistedBy].filter((one) => one !== undefined),
    ...(event.byDuty && { capability: sign(capabilityOf(event)) }),
  };
  return toDepartment(event, v1.StepRequested, value satisfies casework.v1.StepRequested);
}

export function supplement(event: SupplementProvided): PublishedEvent {
  const { answers, materials, at, providedAt = at, agentId: providedBy = '' } = event;
  const value = { ref: refOf(event), answers: { ...answers }, materials: [...materials], providedAt, providedBy };
  return toDepartment(event, v1.SupplementProvided, value satisfies casework.v1.SupplementProvided);
}

export function objection(event: ObjectionRaised): PublishedEvent {
  const value = {
    ref: refOf(event),
    objection: event.objection,
    raisedAt: event.at,
    review: event.review !== undefined,
  };
  return toDepartment(event, v1.ObjectionRaised, value satisfies casework.v1.ObjectionRaised);
}

export function cancellation(event: StepEvent, reason: string): PublishedEvent {
  const value = { ref: refOf(event), reason, requestedAt: event.at };
  return toDepartment(event, v1.StepCancellationRequested, value satisfies casework.v1.StepCancellationRequested);
}

export function undo(event: StepEvent, reason: string): PublishedEvent {
  const value = { ref: refOf(event), reason, requestedAt: event.at };
  return toDepartment(event, v1.StepCompensationRequested, value satisfies casework.v1.StepCompensationRequested);
}

const capabilityOf = ({ number, step, item, department, residentId, subjectId }: DecisionRequested) => ({
  department,
  caseId: `${number}/${step}`,
  residentId,
  ...(subjectId && { subjectId }),
  purpose: item,
});

const decidedBy = { rule: v1.DecidedBy.RULE, officer: v1.DecidedBy.OFFICER } as const;

const refOf = ({ number, step, item, department }: StepEvent): casework.v1.StepRef => ({
  applicationNumber: number,
  step,
  item,
  department,
});

/** Each step counts its messages for itself, so that its department sees a sequence without holes. */
const toDepartment = (
  { number, step, department }: StepEvent,
  type: PublishedEvent['type'],
  value: unknown,
): PublishedEvent => ({ type, value, subject: `${number}/${step}`, addressee: department });
