import type { Progress } from '@lianban/steps';
import { holdsAnswers, stepOf, type ApplicationState } from './application';
import type { Draft } from './draft';
import type { PlanStep } from './plan';
import { namedDate } from './progress';
import { mayBeRevived } from './review-by';

const DAY = 86_400_000;

/**
 * When to look at a step again after whoever performs it said something: at the date it named plus the plan's grace, otherwise
 * at the step's limit counted anew. Null when the calendar cannot tell: the date known before then stays.
 */
export function dueAfter(draft: Draft, step: PlanStep, progress: Progress): Date | null {
  const { dueAt } = stepOf(draft.state, step.id);
  const named = namedDate(progress);
  const due = named.at && new Date(named.at.getTime() + draft.plan.graceDays * DAY);
  return (named.extends ? latest(dueAt, due) : due) ?? draft.limit(step.limitDays);
}

const latest = (a: Date | undefined, b: Date | undefined): Date | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

/** The earliest moment at which somebody's time is up; at the end of the time to ask for a review, what is kept for it goes. */
export function nextDeadline(state: ApplicationState): Date | undefined {
  const steps = Object.values(state.steps);
  const ends = holdsAnswers(state) && mayBeRevived(steps) ? steps.filter(({ asked }) => asked === undefined) : [];
  const dates = [...steps.map(({ dueAt }) => dueAt), ...ends.map(({ reviewBy }) => reviewBy)]
    .filter((at) => at !== undefined)
    .map((at) => at.getTime());
  return dates.length === 0 ? undefined : new Date(Math.min(...dates));
}
