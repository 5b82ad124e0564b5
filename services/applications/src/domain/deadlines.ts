import { stepOf, type ApplicationState } from './application';
import type { HeardProgress } from './commands';
import type { Draft } from './draft';
import type { PlanStep } from './plan';

const DAY = 86_400_000;

/**
 * When to look at a step again after its department said something: at the department's own date plus the plan's grace
 * where it named one, otherwise at the step's limit counted anew. Null when the calendar cannot tell: the date known
 * before then stays.
 */
export function dueAfter(draft: Draft, step: PlanStep, command: HeardProgress): Date | null {
  const known = stepOf(draft.state, step.id).dueAt;
  const afterGrace = (date: Date | undefined): Date | undefined =>
    date === undefined ? undefined : new Date(date.getTime() + draft.plan.graceDays * DAY);
  const anew = (): Date | null => draft.limit(step.limitDays);
  switch (command.type) {
    case 'HeardSupplementRequested':
      return afterGrace(command.answerBy) ?? anew();
    case 'HeardClockPaused':
      return afterGrace(command.until) ?? anew();
    case 'HeardClockResumed':
      return afterGrace(command.statutoryAt) ?? anew();
    case 'HeardStepAccepted':
    case 'HeardClockExtended':
      return latest(known, afterGrace(command.statutoryAt)) ?? anew();
  }
}

const latest = (a: Date | undefined, b: Date | undefined): Date | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

/** The earliest moment at which somebody's time is up. */
export function nextDeadline({ steps }: ApplicationState): Date | undefined {
  const dates = Object.values(steps).flatMap(({ dueAt }) => (dueAt === undefined ? [] : [dueAt.getTime()]));
  return dates.length === 0 ? undefined : new Date(Math.min(...dates));
}
