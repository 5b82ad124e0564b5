import { casework } from '@lianban/protos';
import { eventHandler, type EventHandler } from '@lianban/inbox';
import { type AddressedCommand, commandTo } from '@lianban/model';
import { APPLICATIONS } from './aggregate-types';
import type { Outcome } from '@lianban/casework';
import type { HeardFromDepartment, HeardStepAccepted } from './domain/commands';

const { v1 } = casework;

/**
 * What departments say of their steps → commands to the application the step belongs to. A message that breaks its
 * contract (no reference, no outcome) throws: no repetition can mend it, so it is a dead letter.
 */
export const stepHandlers: readonly EventHandler[] = [
  eventHandler(v1.StepAccepted, ({ ref, acceptedAt, promisedAt, statutoryAt }) =>
    toApplication(ref, { type: 'HeardStepAccepted', ...at(acceptedAt), ...limits({ promisedAt, statutoryAt }) }),
  ),
  eventHandler(v1.SupplementRequested, ({ ref, missing, requestedAt, answerBy }) =>
    toApplication(ref, {
      type: 'HeardSupplementRequested',
      ...at(requestedAt),
      // Departments of an earlier release send their officer's words along: they are not kept here.
      missing: missing.map(({ code }) => ({ code, note: '' })),
      ...(answerBy && { answerBy }),
    }),
  ),
  eventHandler(v1.ClockPaused, ({ ref, reason, pausedAt, until }) =>
    toApplication(ref, { type: 'HeardClockPaused', ...at(pausedAt), reason, ...(until && { until }) }),
  ),
  eventHandler(v1.ClockResumed, ({ ref, resumedAt, promisedAt, statutoryAt }) =>
    toApplication(ref, { type: 'HeardClockResumed', ...at(resumedAt), ...limits({ promisedAt, statutoryAt }) }),
  ),
  eventHandler(v1.ClockExtended, ({ ref, days, reason, extendedAt, promisedAt, statutoryAt }) =>
    toApplication(ref, {
      type: 'HeardClockExtended',
      ...at(extendedAt),
      days,
      reason,
      ...limits({ promisedAt, statutoryAt }),
    }),
  ),
  eventHandler(v1.StepDecided, ({ ref, outcome, reason, facts, grounds, decidedAt, acceptance }) =>
    toApplication(ref, {
      type: 'HeardStepDecided',
      ...at(decidedAt),
      outcome: outcomeOf(outcome),
      reason,
      facts: facts ?? {},
      grounds,
      ...(ref && acceptance && { acceptance: acceptanceOf(ref, acceptance) }),
    }),
  ),
  eventHandler(v1.ObjectionDismissed, ({ ref, reason, dismissedAt }) =>
    toApplication(ref, { type: 'HeardObjectionDismissed', ...at(dismissedAt), reason }),
  ),
  eventHandler(v1.StepCancelled, ({ ref, cancelledAt }) =>
    toApplication(ref, { type: 'HeardStepCancelled', ...at(cancelledAt) }),
  ),
  eventHandler(v1.StepCompensated, ({ ref, compensatedAt }) =>
    toApplication(ref, { type: 'HeardStepCompensated', ...at(compensatedAt) }),
  ),
];

/** Everything but where it belongs, which the reference tells. */
type Said = HeardFromDepartment extends infer H ? (H extends unknown ? Omit<H, 'step' | 'department'> : never) : never;

function toApplication(ref: casework.v1.StepRef | undefined, said: Said): AddressedCommand {
  if (!ref || ref.applicationNumber === '' || ref.step === '') throw new Error('the reference to its step is missing');
  const { applicationNumber: id, step, department } = ref;
  return commandTo(APPLICATIONS, id, { ...said, step, department } as HeardFromDepartment);
}

function acceptanceOf({ step, department }: casework.v1.StepRef, said: casework.v1.Acceptance): HeardStepAccepted {
  return { type: 'HeardStepAccepted', step, department, ...at(said.acceptedAt), ...limits(said) };
}

function outcomeOf(outcome: casework.v1.Outcome): Outcome {
  if (outcome === v1.Outcome.GRANTED) return 'granted';
  if (outcome === v1.Outcome.REFUSED) return 'refused';
  throw new Error('a decision must be granted or refused');
}

const at = (time: Date | undefined): { at?: Date } => (time === undefined ? {} : { at: time });

const limits = (dates: { promisedAt: Date | undefined; statutoryAt: Date | undefined }) => ({
  ...(dates.promisedAt && { promisedAt: dates.promisedAt }),
  ...(dates.statutoryAt && { statutoryAt: dates.statutoryAt }),
});
