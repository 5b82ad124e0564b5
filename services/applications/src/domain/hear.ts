import { settle, advance } from './advance';
import { stepOf, type StepState } from './application';
import { takeBack } from './ask';
import type { HeardFromDepartment, HeardProgress, HeardStepDecided } from './commands';
import { dueAfter } from './deadlines';
import type { Draft } from './draft';
import type { PlanStep } from './plan';

/**
 * What a department says about its step. News that come late, twice or in the wrong order change nothing, with one
 * exception: a decision is heard as long as the step waits for an answer, even when an operator already looks after it.
 */
export function hear(draft: Draft, step: PlanStep, command: HeardFromDepartment): void {
  switch (command.type) {
    case 'HeardStepDecided':
      return hearDecision(draft, step, command);
    case 'HeardStepCancelled':
      return hearCancelled(draft, step, command.at);
    case 'HeardStepCompensated':
      return hearCompensated(draft, step, command.at);
    case 'HeardObjectionDismissed':
      return draft.add({ type: 'ObjectionDismissed', ...draft.about(step, command.at), reason: command.reason });
    default:
      return hearProgress(draft, step, command);
  }
}

function hearDecision(draft: Draft, step: PlanStep, command: HeardStepDecided): void {
  const { asked, status, takenOverBy } = stepOf(draft.state, step.id);
  const { outcome, reason, facts, grounds } = command;
  if (asked === undefined) {
    const nobodyWantsIt = status === 'cancelled' || (status === 'refused' && takenOverBy !== undefined);
    if (outcome === 'granted' && nobodyWantsIt) takeBack(draft, step, 'decided-too-late');
    return;
  }
  if (asked === 'compensation') return;
  if (command.acceptance) hearProgress(draft, step, command.acceptance);
  draft.add({ type: 'StepDecided', ...draft.about(step, command.at), outcome, reason, facts, grounds });
  if (asked === 'cancellation' && outcome === 'granted') takeBack(draft, step, 'no-longer-wanted');
  if (asked === 'cancellation') advance(draft);
  else settle(draft, step);
}

/** Asked for or not: a department that let go of the step has answered. */
function hearCancelled(draft: Draft, step: PlanStep, at?: Date): void {
  const { asked } = stepOf(draft.state, step.id);
  if (asked !== 'decision' && asked !== 'cancellation') return;
  draft.add({ type: 'StepCancelled', ...draft.about(step, at) });
  advance(draft);
}

function hearCompensated(draft: Draft, step: PlanStep, at?: Date): void {
  if (stepOf(draft.state, step.id).asked !== 'compensation') return;
  draft.add({ type: 'StepCompensated', ...draft.about(step, at) });
  advance(draft);
}

function hearProgress(draft: Draft, step: PlanStep, command: HeardProgress): void {
  const state = stepOf(draft.state, step.id);
  const about = draft.about(step, command.at);
  if (state.asked !== 'decision' || isOldNews(state, command, about.at)) return;
  const dueAt = dueAfter(draft, step, command);
  switch (command.type) {
    case 'HeardStepAccepted':
      return draft.add({ type: 'StepAccepted', ...about, ...limits(command), dueAt });
    case 'HeardSupplementRequested': {
      const { missing, answerBy = null } = command;
      return draft.add({ type: 'SupplementRequested', ...about, missing, answerBy, dueAt });
    }
    case 'HeardClockPaused': {
      const { reason, until = null } = command;
      return draft.add({ type: 'ClockPaused', ...about, reason, until, dueAt });
    }
    case 'HeardClockResumed':
      return draft.add({ type: 'ClockResumed', ...about, ...limits(command), dueAt });
    case 'HeardClockExtended': {
      const { days, reason } = command;
      return draft.add({ type: 'ClockExtended', ...about, days, reason, ...limits(command), dueAt });
    }
  }
}

function isOldNews({ heard, acceptedAt }: StepState, { type }: HeardProgress, at: Date): boolean {
  if (type === 'HeardStepAccepted' && acceptedAt !== undefined && acceptedAt >= at) return true;
  if (heard === undefined || heard.at < at) return false;
  return heard.at > at || `Heard${heard.what}` === type;
}

const limits = ({ promisedAt, statutoryAt }: { promisedAt?: Date; statutoryAt?: Date }) => ({
  promisedAt: promisedAt ?? null,
  statutoryAt: statutoryAt ?? null,
});
