import { type ApplicationState, type StepState, isReviewed, stepOf } from './application';
import type { DecisionStep } from './plan';
import { type WaitingStep, over, paused, requested, reviewed, supplementAsked, unknownStep } from './waiting-step';

/** What the application itself knows of a step that was asked for: the same as its records would tell. */
export function waitingOf(state: ApplicationState, { id, department, item, decidedBy }: DecisionStep): WaitingStep {
  const step = stepOf(state, id);
  const at = requestedAt(state, id);
  const asked = requested(unknownStep, { department, item, decidedBy, at });
  if (step.asked !== 'decision' && step.asked !== 'cancellation') return over(asked, department);
  const isAgain = isReviewed(step);
  const open = isAgain ? reviewed(over(asked, department), { department, item, decidedBy: 'officer', at }) : asked;
  const halted = step.reason === undefined || isAgain ? open : paused(open, department, step.reason);
  return owesSupplement(step) ? supplementAsked(halted, department) : halted;
}

/** Also while what was handed in has not been sent on. */
const owesSupplement = ({ missing, pending }: StepState): boolean => missing !== undefined || pending !== undefined;

const requestedAt = ({ timeline, submittedAt }: ApplicationState, id: string): Date =>
  timeline.find(({ step, what }) => step === id && what === 'requested')?.at ?? submittedAt ?? new Date(0);
