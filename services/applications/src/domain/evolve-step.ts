import { isReviewed, type StepState } from './application';
import { by } from './by';
import { decisionStep, underWay } from './decision-step';
import type {
  ConsentsGiven,
  StepEvent,
  StepFinished,
  StepProgressed,
  StepTakenOver,
  SupplementProvided,
} from './events';
import { heardWord } from './progress';
import { reviewBy } from './review-by';
import { serviceStep } from './service-step';
import { without } from './without';

/** The step after an event that concerns it. */
export function evolveStep(step: StepState, event: StepEvent): StepState {
  switch (event.type) {
    case 'StepRequested':
      return { status: 'requested', asked: 'decision', ...due(event.dueAt) };
    case 'StepNotNeeded':
      return { status: 'not-needed', reason: event.why };
    case 'StepStopped':
      return { status: 'stopped', reason: event.because };
    case 'StepProgressed':
      return progressed(step, event);
    case 'ConsentsGiven': {
      const pending = { answers: event.answers, materials: event.materials, providedAt: event.at, ...by(event) };
      return { ...supplemented(step, event), status: underWay(step), pending };
    }
    case 'SupplementProvided':
      return { ...without(supplemented(step, event), 'pending'), status: underWay(step) };
    case 'ObjectionRaised':
      return event.review ? { ...reopened(step), ...due(event.review.dueAt) } : step;
    case 'ReviewLapsed':
      return without(step, 'reviewBy');
    case 'StepRevived':
      return { status: 'waiting' };
    case 'StepFinished':
      return { ...answered(step), status: event.outcome, ...ruling(event), ...reviewBy(event) };
    case 'StepCorrected': {
      const { outcome, reason, facts, grounds, error, was, at } = event;
      const decided = { outcome, reason, facts, grounds, decidedBy: 'officer' } as const;
      return { ...answered(step), status: outcome, ...decided, correction: { at, error, was } };
    }
    case 'StepCancellationRequested':
      return {
        ...without(step, 'dueAt', 'until', 'missing', 'reason', 'pending'),
        ...due(event.dueAt),
        asked: 'cancellation',
        status: underWay(step),
      };
    case 'StepCancelled':
      return { ...answered(step), status: 'cancelled' };
    case 'StepUndoRequested':
      return { ...without(step, 'dueAt'), ...due(event.dueAt), asked: 'compensation', status: 'compensating' };
    case 'StepUndone':
      return { ...answered(step), status: 'compensated' };
    case 'StepNeedsOperator':
      return { ...without(step, 'dueAt', 'takeOverAsk'), status: 'needs-operator' };
    case 'TakeOverAsked': {
      const { instead, outcome, reason, operator, facts, at: askedAt } = event;
      return { ...step, takeOverAsk: { instead, outcome, reason, operator, facts, askedAt } };
    }
    case 'TakeOverDropped':
      return without(step, 'takeOverAsk');
    case 'StepTakenOver':
      return { ...answered(step), ...takenOver(event) };
  }
}

/** A step somebody still speaks of is in hand again: the dates named there decide when to look next. */
function progressed(step: StepState, { progress, dueAt, at }: StepProgressed): StepState {
  if (progress.status === 'objection-dismissed') return isReviewed(step) ? stands(step) : step;
  const heard = step.heard !== undefined && step.heard.at > at ? step.heard : { at, what: heardWord(progress) };
  const next = progress.kind === 'decision' ? decisionStep(step, progress, at) : serviceStep(step, progress);
  return { ...next, heard, ...due(dueAt) };
}

const answered = (step: StepState): StepState =>
  without(step, 'asked', 'dueAt', 'until', 'missing', 'heard', 'pending', 'reviewBy', 'decidedBy', 'takeOverAsk');

/** A person looks at it: the refusal of the rule, with its grounds, is shown until they have decided. */
const reopened = (step: StepState): StepState => ({
  ...without(step, 'acceptedAt', 'promisedAt', 'statutoryAt', 'heard'),
  status: 'requested',
  asked: 'decision',
});

/** The department does not look at it again: the refusal stands. */
const stands = (step: StepState): StepState => ({ ...without(step, 'asked', 'dueAt'), status: 'refused' });

const due = (dueAt: Date | null): { dueAt?: Date } => (dueAt === null ? {} : { dueAt });

const supplemented = (step: StepState, { dueAt, request }: ConsentsGiven | SupplementProvided): StepState => ({
  ...without(step, 'dueAt', 'missing'),
  ...due(dueAt),
  ...(request && { supplementedBy: request }),
});

const ruling = ({ outcome, reason, facts, grounds, decidedBy }: StepFinished): Partial<StepState> => ({
  outcome,
  reason,
  facts,
  grounds,
  ...(decidedBy && { decidedBy }),
});

/** The operator answers in the department's stead: "refused" then means no longer held, no longer granted. */
function takenOver({
  instead,
  outcome,
  reason,
  operator,
  approvedBy,
  facts,
}: StepTakenOver): Pick<StepState, 'status'> & Partial<StepState> {
  const gone = { decision: 'refused', cancellation: 'cancelled', compensation: 'compensated' } as const;
  const status = outcome === 'granted' ? 'granted' : gone[instead];
  return {
    status,
    reason,
    takenOverBy: operator,
    takeOverApprovedBy: approvedBy,
    outcome,
    ...(instead === 'decision' && { facts }),
  };
}
