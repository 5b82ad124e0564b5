import type { Facts } from '@lianban/steps';
import { stepOf, type ApplicationState, type StepState } from './application';
import type { Plan } from './plan';

/**
 * The name of a step inside a condition: "home-adaptation" is `homeAdaptation`, because FEEL would read the hyphen as
 * a subtraction.
 */
export const stepAlias = (id: string): string => id.replace(/-([a-z0-9])/g, (_, next: string) => next.toUpperCase());

/** What conditions may look at: every answer by its name, and of every settled step { outcome, ...facts } by its alias. */
export function contextOf(plan: Plan, state: ApplicationState): Facts {
  const steps = plan.steps.map(({ id }) => [stepAlias(id), outcomeOf(stepOf(state, id))]);
  return { ...state.answers, ...Object.fromEntries(steps) };
}

/** What a department hears of the steps its own one needs: { outcome: 'granted', ...facts }, by step. */
export const earlierOf = (needs: readonly string[], state: ApplicationState): Facts =>
  Object.fromEntries(needs.map((id) => [id, outcomeOf(stepOf(state, id))]));

const outcomeOf = ({ status, facts }: StepState): Facts => ({ ...facts, outcome: status });
