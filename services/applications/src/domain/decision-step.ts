import type { DecisionProgress } from '@lianban/steps';
import type { StepState, StepStatus } from './application';
import { without } from './without';

/** The step in hand of its department, after what that said at this moment. */
export function decisionStep(step: StepState, progress: DecisionProgress, at: Date): StepState {
  switch (progress.status) {
    case 'accepted':
      return { ...step, ...limits(progress), status: 'accepted', acceptedAt: at };
    case 'supplement':
      return { ...step, status: 'supplement', missing: progress.missing };
    case 'paused':
      return { ...step, status: 'paused', reason: progress.reason };
    case 'resumed':
      return { ...without(step, 'reason'), ...limits(progress), status: underWay(step) };
    case 'extended':
      return { ...step, ...limits(progress), status: inHand(step) };
    case 'objection-dismissed':
      return step;
  }
}

export const underWay = ({ acceptedAt }: StepState): StepStatus =>
  acceptedAt === undefined ? 'requested' : 'accepted';

/** Paused and asked-for-a-supplement stay so; a step thought lost is under way after all. */
const inHand = (step: StepState): StepStatus => (step.status === 'needs-operator' ? underWay(step) : step.status);

const limits = ({ promisedAt, statutoryAt }: { promisedAt?: Date; statutoryAt?: Date }): Partial<StepState> => ({
  ...(promisedAt && { promisedAt }),
  ...(statutoryAt && { statutoryAt }),
});
