import type { Refusal } from '@lianban/model';
import { stepOf } from './application';
import type { Draft } from './draft';
import type { PlanStep } from './plan';
import { DAYS_TO_ASK } from './review-by';

// What a rule refused is looked at by a person for whoever asks (个人信息保护法 art. 24).

/** Why nobody looks at it again, if so. */
export function notReviewable(draft: Draft, step: PlanStep): Refusal | undefined {
  const state = stepOf(draft.state, step.id);
  if (state.reviewBy === undefined || state.asked !== undefined || draft.state.withdrawnAt !== null)
    return {
      refused: 'step-not-open',
      detail: `Step "${step.id}" is not being worked on: an objection cannot change it any more.`,
    };
  if (state.reviewBy < draft.now)
    return {
      refused: 'review-too-late',
      detail: `A person looks at what a rule refused when asked within ${DAYS_TO_ASK} days: ask for administrative reconsideration.`,
    };
  return undefined;
}

/**
 * A review grants the step: whatever was held back because of it waits as at the beginning, and so on down the plan. To be said
 * before the grant, because answers nobody waits for are forgotten.
 */
export function revive(draft: Draft, granted: PlanStep): void {
  const free = new Set([granted.id]);
  const isHeldBack = ({ id, needs }: PlanStep): boolean => {
    const { status, reason = '' } = stepOf(draft.state, id);
    return status === 'stopped' ? free.has(reason) : status === 'not-needed' && needs.some((need) => free.has(need));
  };
  for (let next = draft.plan.steps.find(isHeldBack); next; next = draft.plan.steps.find(isHeldBack)) {
    free.add(next.id);
    draft.add({ type: 'StepRevived', ...draft.about(next) });
  }
}

/** Time is over for what nobody asked to be looked at again: what was kept for it can go. */
export function lapse(draft: Draft): void {
  for (const step of draft.plan.steps) {
    const { asked, reviewBy } = stepOf(draft.state, step.id);
    if (asked === undefined && reviewBy !== undefined && reviewBy <= draft.now)
      draft.add({ type: 'ReviewLapsed', ...draft.about(step) });
  }
}
