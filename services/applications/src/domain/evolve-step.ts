import type { StepState, StepStatus } from './application';
import { by } from './by';
import type { ConsentsGiven, ProgressEvent, StepEvent, StepTakenOver, SupplementProvided } from './events';

/** The step after an event that concerns it. */
export function evolveStep(step: StepState, event: StepEvent): StepState {
  switch (event.type) {
    case 'StepRequested':
      return { status: 'requested', asked: 'decision', ...due(event.dueAt) };
    case 'StepNotNeeded':
      return { status: 'not-needed', reason: event.why };
    case 'StepStopped':
      return { status: 'stopped', reason: event.because };
    case 'StepAccepted':
      return { ...step, ...progress(step, event), ...limits(event), status: 'accepted', acceptedAt: event.at };
    case 'SupplementRequested':
      return { ...step, ...progress(step, event), status: 'supplement', missing: event.missing };
    case 'ClockPaused':
      return { ...step, ...progress(step, event), status: 'paused', reason: event.reason };
    case 'ClockResumed':
      return { ...without(step, 'reason'), ...progress(step, event), ...limits(event), status: underWay(step) };
    case 'ClockExtended':
      return { ...step, ...progress(step, event), ...limits(event), status: inHand(step) };
    case 'ConsentsGiven': {
      const pending = { answers: event.answers, materials: event.materials, providedAt: event.at, ...by(event) };
      return { ...supplemented(step, event), status: underWay(step), pending };
    }
    case 'SupplementProvided':
      return { ...without(supplemented(step, event), 'pending'), status: underWay(step) };
    case 'ObjectionRaised':
    case 'ObjectionDismissed':
      return step;
    case 'StepDecided':
      return { ...answered(step), status: event.outcome, ...ruling(event) };
    case 'StepCancellationRequested':
      return {
        ...without(step, 'dueAt', 'missing', 'reason', 'pending'),
        ...due(event.dueAt),
        asked: 'cancellation',
        status: underWay(step),
      };
    case 'StepCancelled':
      return { ...answered(step), status: 'cancelled' };
    case 'StepCompensationRequested':
      return { ...without(step, 'dueAt'), ...due(event.dueAt), asked: 'compensation', status: 'compensating' };
    case 'StepCompensated':
      return { ...answered(step), status: 'compensated' };
    case 'StepNeedsOperator':
      return { ...without(step, 'dueAt'), status: 'needs-operator' };
    case 'StepTakenOver':
      return { ...answered(step), ...takenOver(event) };
  }
}

/** A department that still speaks of the step has it in hand again: its own dates decide when to look next. */
const progress = (step: StepState, event: ProgressEvent): Partial<StepState> => ({
  heard: latest(step, event),
  ...(event.dueAt === null ? {} : { dueAt: event.dueAt }),
});

const latest = ({ heard }: StepState, { at, type }: ProgressEvent): { at: Date; what: string } =>
  heard !== undefined && heard.at > at ? heard : { at, what: type };

const underWay = ({ acceptedAt }: StepState): StepStatus => (acceptedAt === undefined ? 'requested' : 'accepted');

/** Paused and asked-for-a-supplement stay so; a step thought lost is under way after all. */
const inHand = (step: StepState): StepStatus => (step.status === 'needs-operator' ? underWay(step) : step.status);

const answered = (step: StepState): StepState => without(step, 'asked', 'dueAt', 'missing', 'heard', 'pending');

const due = (dueAt: Date | null): { dueAt?: Date } => (dueAt === null ? {} : { dueAt });

const supplemented = (step: StepState, { dueAt, request }: ConsentsGiven | SupplementProvided): StepState => ({
  ...without(step, 'dueAt', 'missing'),
  ...due(dueAt),
  ...(request && { supplementedBy: request }),
});

const limits = (event: { promisedAt: Date | null; statutoryAt: Date | null }): Partial<StepState> => ({
  ...(event.promisedAt === null ? {} : { promisedAt: event.promisedAt }),
  ...(event.statutoryAt === null ? {} : { statutoryAt: event.statutoryAt }),
});

const ruling = ({ outcome, reason, facts, grounds }: StepEvent & { type: 'StepDecided' }): Partial<StepState> => ({
  outcome,
  reason,
  facts,
  grounds,
});

/** The operator answers in the department's stead: "refused" then means no longer held, no longer granted. */
function takenOver({
  instead,
  outcome,
  reason,
  operator,
  facts,
}: StepTakenOver): Pick<StepState, 'status'> & Partial<StepState> {
  const gone = { decision: 'refused', cancellation: 'cancelled', compensation: 'compensated' } as const;
  const status = outcome === 'granted' ? 'granted' : gone[instead];
  return { status, reason, takenOverBy: operator, outcome, ...(instead === 'decision' && { facts }) };
}

function without<K extends Exclude<keyof StepState, 'status'>>(step: StepState, ...dropped: K[]): StepState {
  if (!dropped.some((key) => key in step)) return step;
  const kept = Object.entries(step).filter(([key]) => !(dropped as string[]).includes(key));
  return { ...Object.fromEntries(kept), status: step.status };
}
