import { hasEnded, holdsAnswers, isUnderWay, onlyOneOf, type ApplicationState, type StepState } from './application';
import { by } from './by';
import type { ApplicationEnded, ApplicationEvent, ApplicationSubmitted, StepEvent } from './events';
import { evolveStep } from './evolve-step';
import { mayBeRevived } from './review-by';
import { appendEntry, entryOf } from './timeline';

/** The application after an event. Never changes the state it is given. */
export function evolve(state: ApplicationState, event: ApplicationEvent): ApplicationState {
  const entry = entryOf(event);
  const changed = { ...change(state, event), ...(entry && { timeline: appendEntry(state.timeline, entry) }) };
  const next = withProvisional(hung(changed));
  return !holdsAnswers(next) || mayNeedAnswers(next) ? next : { ...next, answers: {}, materials: [] };
}

/** Says of the whole application whether one of its steps hangs: an index finds them by it. */
function hung(state: ApplicationState): ApplicationState {
  const { hanging, ...others } = state;
  const hangs = Object.values(state.steps).some(({ status }) => status === 'needs-operator');
  if (hangs) return { ...state, hanging: true };
  return hanging ? others : state;
}

/** So that an index finds the applications whose dates a holiday table moves. */
function withProvisional({ provisionalAfter, ...state }: ApplicationState): ApplicationState {
  const ends = Object.values(state.steps).flatMap(({ dueCounted }) => dueCounted?.after ?? []);
  const [first] = ends.toSorted((a, b) => a.getTime() - b.getTime());
  if (!first) return state;
  return { ...state, provisionalAfter: provisionalAfter?.getTime() === first.getTime() ? provisionalAfter : first };
}

function change(state: ApplicationState, event: ApplicationEvent): ApplicationState {
  switch (event.type) {
    case 'ApplicationSubmitted':
      return submitted(state, event);
    case 'ConsentsSettled':
      return { ...state, consenting: false };
    case 'ApplicationWithdrawn':
      return { ...state, withdrawnAt: event.at, withdrawalReason: event.reason };
    case 'ApplicationEnded':
      return ended(state, event);
    case 'SupplementProvided':
      return { ...changeStep(state, event), answers: { ...state.answers, ...event.answers } };
    // Whatever end there was, it is open again.
    case 'ObjectionRaised':
      return { ...changeStep(state, event), ...(event.review && { ending: null, endedAt: null }) };
    // Whatever end there was, it may be another now.
    case 'StepCorrected': {
      const isOpenAgain = event.was !== event.outcome && hasEnded(state);
      return { ...changeStep(state, event), ...(isOpenAgain && { ending: null, endedAt: null }) };
    }
    default:
      return changeStep(state, event);
  }
}

/** "needs-operator" is a place to rest: it is under way all the same. */
function ended({ onlyOneOf: only, ...state }: ApplicationState, { ending, at }: ApplicationEnded): ApplicationState {
  return ending === 'needs-operator'
    ? { ...state, ...(only !== undefined && { onlyOneOf: only }), ending, endedAt: null }
    : { ...state, ending, endedAt: at };
}

const submitted = (state: ApplicationState, event: ApplicationSubmitted): ApplicationState => ({
  ...state,
  package: event.package,
  packageVersion: event.packageVersion,
  residentId: event.residentId,
  ...(event.subject && { subject: event.subject }),
  district: event.district,
  ...by(event),
  answers: event.answers,
  materials: event.materials,
  steps: Object.fromEntries(event.steps.map((id): [string, StepState] => [id, { status: 'waiting' }])),
  submittedAt: event.at,
  ...(event.assistedBy !== undefined && { assistedBy: event.assistedBy }),
  ...(event.onlyOne && { onlyOneOf: onlyOneOf(event.residentId, event.package) }),
  ...(event.consents !== undefined && { consenting: true }),
});

function changeStep(state: ApplicationState, event: StepEvent): ApplicationState {
  const step = state.steps[event.step];
  if (step === undefined) return state;
  const next = { ...state, steps: { ...state.steps, [event.step]: evolveStep(step, event) } };
  return hasEnded(next) || !Object.values(next.steps).some(isUnderWay) ? next : { ...next, ending: null };
}

const mayNeedAnswers = (state: ApplicationState): boolean => {
  const steps = Object.values(state.steps);
  return steps.some(({ status }) => status === 'waiting') || mayBeRevived(steps);
};
