import { applications, casework } from '@lianban/protos';
import type { Announcements, PublishedEvent } from '@lianban/model';
import type { ApplicationState } from './domain/application';
import type { ApplicationEvent, StepEvent } from './domain/events';

/** What an application's events tell the world. What a department said itself is not said again: those are private. */
export const announceApplication: Announcements<ApplicationEvent, ApplicationState> = {
  ApplicationSubmitted: ({ number, package: code, packageVersion, residentId, district, agentId = '', at }) => {
    const value = {
      applicationNumber: number,
      package: code,
      packageVersion,
      residentId,
      district,
      submittedAt: at,
      agentId,
    };
    return { type: applications.v1.ApplicationSubmitted, value: value satisfies applications.v1.ApplicationSubmitted };
  },
  StepRequested: (event, { agentId, assistedBy }) => {
    const { package: code, packageVersion, residentId, district, statutoryDays, promisedDays, at } = event;
    const value = {
      ref: refOf(event),
      package: code,
      packageVersion,
      residentId,
      district,
      answers: { ...event.answers },
      earlier: { ...event.earlier },
      materials: [...event.materials],
      decidedBy: decidedBy[event.decidedBy],
      statutoryDays,
      promisedDays,
      requestedAt: at,
      filedBy: [agentId, assistedBy].filter((one) => one !== undefined),
    };
    return toDepartment(event, casework.v1.StepRequested, value satisfies casework.v1.StepRequested);
  },
  SupplementProvided: (event) => {
    const { answers, materials, at, providedAt = at, agentId: providedBy = '' } = event;
    const value = { ref: refOf(event), answers: { ...answers }, materials: [...materials], providedAt, providedBy };
    return toDepartment(event, casework.v1.SupplementProvided, value satisfies casework.v1.SupplementProvided);
  },
  ObjectionRaised: (event) => {
    const value = { ref: refOf(event), objection: event.objection, raisedAt: event.at };
    return toDepartment(event, casework.v1.ObjectionRaised, value satisfies casework.v1.ObjectionRaised);
  },
  StepCancellationRequested: (event) => cancellation(event, event.reason),
  StepUndoRequested: (event) => {
    const value = { ref: refOf(event), reason: event.reason, requestedAt: event.at };
    return toDepartment(
      event,
      casework.v1.StepCompensationRequested,
      value satisfies casework.v1.StepCompensationRequested,
    );
  },
  // The department's own case is closed too: nobody waits for its answer any more.
  StepTakenOver: (event) => (event.instead === 'decision' ? cancellation(event, 'taken-over') : []),
  StepNeedsOperator: ({ number, step, reason, at }) => {
    const value = { applicationNumber: number, step, reason, at };
    return { type: applications.v1.StepNeedsOperator, value: value satisfies applications.v1.StepNeedsOperator };
  },
  ApplicationEnded: ({ number, ending, at }) => {
    const value = { applicationNumber: number, ending, endedAt: at };
    return { type: applications.v1.ApplicationEnded, value: value satisfies applications.v1.ApplicationEnded };
  },
  ConsentsSettled: 'private',
  ConsentsGiven: 'private',
  StepNotNeeded: 'private',
  StepStopped: 'private',
  StepProgressed: 'private',
  StepFinished: 'private',
  StepCancelled: 'private',
  StepUndone: 'private',
  ApplicationWithdrawn: 'private',
};

const decidedBy = { rule: casework.v1.DecidedBy.RULE, officer: casework.v1.DecidedBy.OFFICER } as const;

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
): PublishedEvent => ({
  type,
  value,
  subject: `${number}/${step}`,
  addressee: department,
});

function cancellation(event: StepEvent, reason: string): PublishedEvent {
  const value = { ref: refOf(event), reason, requestedAt: event.at };
  return toDepartment(
    event,
    casework.v1.StepCancellationRequested,
    value satisfies casework.v1.StepCancellationRequested,
  );
}
