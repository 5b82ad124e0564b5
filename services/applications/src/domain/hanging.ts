import { type ApplicationState, stepOf } from './application';
import type { Plan, Text } from './plan';
import { type TakeOverAskView, takeOverView } from './view';

/** A step that waits for an operator. Shaped like applications.v1.HangingStep; nothing in it is of a person. */
export interface HangingStepView {
  applicationNumber: string;
  step: string;
  item: string;
  department: string;
  name: Text;
  asked: string;
  /** Why an operator has it, as in decision-overdue; empty where the history no longer says. */
  reason: string;
  since: Date | undefined;
  takeOverAsk: TakeOverAskView | undefined;
}

/** The steps of one application that wait for an operator, in the order of its plan. */
export function hangingStepsOf(state: ApplicationState, plan: Pick<Plan, 'steps'>): HangingStepView[] {
  return plan.steps.flatMap(({ id, item, department, name }) => {
    const { status, asked = 'decision', takeOverAsk } = stepOf(state, id);
    if (status !== 'needs-operator') return [];
    const handed = state.timeline.findLast(({ what, step }) => what === 'needs-operator' && step === id);
    return [
      {
        ...{ applicationNumber: state.number, step: id, item, department, name, asked },
        reason: handed?.detail ?? '',
        since: handed?.at,
        takeOverAsk: takeOverView(takeOverAsk),
      },
    ];
  });
}
