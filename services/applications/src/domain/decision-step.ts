import type { DecisionProgress } from '@lianban/steps';
import type { StepState, StepStatus } from './application';
import { without } from './without';

/** The step in hand of its department, after what that said at this moment. */
export function decisionStep(step: StepState, progress: DecisionProgress, at: Date): StepState {
  switch (progress.status) {
    case 'accepted':
      return { ...unmarked(step), ...limits(progress), status: 'accepted', acceptedAt: at };
    case 'supplement':
      return { ...step, status: 'supplement', missing: progress.missing };
    case 'paused':
      return { ...step, status: 'paused', reason: progress.reason };
    case 'resumed':
      return { ...without(unmarked(step), 'reason'), ...limits(progress), status: underWay(step) };
    // A holiday table has come: whatever the step waits for, it waits for still.
    case 'limits-set':
      return { ...unmarked(step), ...limits(progress) };
    case 'extended':
      return { ...unmarked(step), ...limits(progress), status: inHand(step) };
    case 'objection-dismissed':
      return step;
  }
}

export const underWay = ({ acceptedAt }: StepState): StepStatus =>
  acceptedAt === undefined ? 'requested' : 'accepted';

/** Paused and asked-for-a-supplement stay so; a step thought lost is under way after all. */
const inHand = (step: StepState): StepStatus => (step.status === 'needs-operator' ? underWay(step) : step.status);

type Limits = Pick<StepState, 'promisedAt' | 'statutoryAt' | 'promisedProvisional' | 'statutoryProvisional'>;

const limits = ({ promisedAt, statutoryAt, promisedProvisional, statutoryProvisional }: Limits): Limits => ({
  ...(promisedAt && { promisedAt }),
  ...(statutoryAt && { statutoryAt }),
  ...(promisedProvisional && { promisedProvisional }),
  ...(statutoryProvisional && { statutoryProvisional }),
});

/** Without the marks of the limits that were told before. */
const unmarked = (step: StepState): StepState => without(step, 'promisedProvisional', 'statutoryProvisional');
