import { isReviewed, type StepState } from './application';
import { by } from './by';
import { decisionStep, underWay } from './decision-step';
import type { Due } from './due';
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
      return { status: 'requested', asked: 'decision', ...due(event) };
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
      return event.review ? { ...reopened(step), ...due(event.review) } : step;
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
        ...without(step, 'dueAt', 'dueCounted', 'until', 'missing', 'reason', 'pending'),
        ...due(event),
        asked: 'cancellation',
        status: underWay(step),
      };
    case 'StepCancelled':
      return { ...answered(step), status: 'cancelled' };
    case 'StepUndoRequested':
      return { ...without(step, 'dueAt', 'dueCounted'), ...due(event), asked: 'compensation', status: 'compensating' };
    case 'StepUndone':
      return { ...answered(step), status: 'compensated' };
    case 'StepNeedsOperator':
      return { ...without(step, 'dueAt', 'dueCounted', 'takeOverAsk'), status: 'needs-operator' };
    case 'StepDueSet':
      return { ...without(step, 'dueCounted'), ...due(event) };
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
function progressed(step: StepState, event: StepProgressed): StepState {
  const { progress, at } = event;
  if (progress.status === 'objection-dismissed') return isReviewed(step) ? stands(step) : step;
  const heard = step.heard !== undefined && step.heard.at > at ? step.heard : { at, what: heardWord(progress) };
  const next = progress.kind === 'decision' ? decisionStep(step, progress, at) : serviceStep(step, progress);
  return { ...(event.dueAt === null ? next : without(next, 'dueCounted')), heard, ...due(event) };
}

const answered = (step: StepState): StepState =>
  without(
    step,
    ...(['asked', 'dueAt', 'dueCounted', 'promisedProvisional', 'statutoryProvisional', 'until'] as const),
    ...(['missing', 'heard', 'pending', 'reviewBy', 'decidedBy', 'takeOverAsk'] as const),
  );

/** A person looks at it: the refusal of the rule, with its grounds, is shown until they have decided. */
const reopened = (step: StepState): StepState => ({
  ...without(step, 'acceptedAt', 'promisedAt', 'statutoryAt', 'heard', 'dueCounted'),
  status: 'requested',
  asked: 'decision',
});

/** The department does not look at it again: the refusal stands. */
const stands = (step: StepState): StepState => ({
  ...without(step, 'asked', 'dueAt', 'dueCounted'),
  status: 'refused',
});

const due = ({ dueAt, counted }: Due): Pick<StepState, 'dueAt' | 'dueCounted'> =>
  dueAt === null ? {} : { dueAt, ...(counted && { dueCounted: counted }) };

const supplemented = (step: StepState, event: ConsentsGiven | SupplementProvided): StepState => ({
  ...without(step, 'dueAt', 'dueCounted', 'missing'),
  ...due(event),
  ...(event.request && { supplementedBy: event.request }),
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
