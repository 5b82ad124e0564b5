import type { Refusal } from '@lianban/model';
import { advance, settle } from './advance';
import { isReviewed, stepOf } from './application';
import { takeBack } from './ask';
import type { TakeOverStep } from './commands';
import type { Draft } from './draft';
import type { PlanStep } from './plan';
import { lapse, revive } from './review';

/**
 * An operator answers in the department's stead; "refused" for a cancellation means that nothing is held any more, for
 * a compensation that it was taken back by hand. Refused unless the step was handed to an operator.
 */
export function takeOver(draft: Draft, step: PlanStep, command: TakeOverStep): Refusal | undefined {
  const { status, asked } = stepOf(draft.state, step.id);
  if (status !== 'needs-operator' || asked === undefined)
    return {
      refused: 'step-not-with-operator',
      detail: `Step "${step.id}" is ${status}: only a step that needs an operator can be taken over.`,
    };
  const { outcome, reason, operator, facts } = command;
  if (outcome === 'granted' && isReviewed(stepOf(draft.state, step.id))) revive(draft, step);
  draft.add({ type: 'StepTakenOver', ...draft.about(step), instead: asked, outcome, reason, operator, facts });
  if (asked === 'cancellation' && outcome === 'granted') takeBack(draft, step, 'no-longer-wanted');
  if (asked === 'decision') settle(draft, step);
  else advance(draft);
  return undefined;
}

/** Hands every step whose time is up to an operator, and lets go of what is not asked to be looked at again. */
export function wakeUp(draft: Draft): void {
  for (const step of draft.plan.steps) {
    const { asked, dueAt } = stepOf(draft.state, step.id);
    if (asked === undefined || dueAt === undefined || dueAt > draft.now) continue;
    draft.add({
      type: 'StepNeedsOperator',
      ...draft.about(step),
      reason: `${asked === 'decision' ? step.kind : asked}-overdue`,
    });
  }
  lapse(draft);
  advance(draft);
}
