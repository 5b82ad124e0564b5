import type { Progress } from '@lianban/steps';
import { holdsAnswers, stepOf, type ApplicationState } from './application';
import type { Draft } from './draft';
import type { Due } from './due';
import type { PlanStep } from './plan';
import { namedDate } from './progress';
import { mayBeRevived } from './review-by';

const DAY = 86_400_000;

/**
 * When to look at a step again after whoever performs it said something: at the date it named plus the plan's grace, otherwise
 * at the step's limit counted anew. Limits set right by a holiday table change nothing for a step that waits for something else.
 */
export function dueAfter(draft: Draft, step: PlanStep, progress: Progress): Due {
  const { status, dueAt, dueCounted } = stepOf(draft.state, step.id);
  if (progress.status === 'limits-set' && status !== 'accepted') return { dueAt: null };
  const named = namedDate(progress);
  const due = named.at && withGrace(draft, named.at);
  const at = named.extends ? latest(dueAt, due) : due;
  if (at === undefined) return draft.limit(step.limitDays);
  return { dueAt: at, ...(at === dueAt && dueCounted && { counted: dueCounted }) };
}

/** A holiday table has come: the dates that were counted by fewer tables are counted again, from what they were counted from. */
export function setDates(draft: Draft): void {
  for (const step of draft.plan.steps) {
    const { status, dueAt, dueCounted, statutoryAt } = stepOf(draft.state, step.id);
    if (dueAt === undefined || dueCounted === undefined || dueCounted.after >= draft.days.tabledUntil) continue;
    const { dueAt: anew, counted } = draft.limit(dueCounted.days, dueCounted.from);
    // An accepted step is never looked at before its department's own limit.
    const due = latest(
      anew ?? dueAt,
      status === 'accepted' && statutoryAt ? withGrace(draft, statutoryAt) : undefined,
    )!;
    const set = { dueAt: moved(draft, dueAt, due), ...(counted && { counted }) };
    draft.add({ type: 'StepDueSet', ...draft.about(step), ...set });
  }
}

/** What has passed stays; what would come to lie in the past ends today: a table makes nobody late. */
const moved = ({ days, now }: Draft, former: Date, anew: Date): Date => {
  if (former <= now) return former;
  return anew <= now ? days.add(now, 0) : anew;
};

const withGrace = ({ plan }: Draft, at: Date): Date => new Date(at.getTime() + plan.graceDays * DAY);

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
