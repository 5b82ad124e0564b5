import type { Corrected } from '@lianban/steps';
import { advance, settle } from './advance';
import { hasEnded, holdsAnswers, isReviewed, stepOf, type StepState } from './application';
import { cancel, takeBack } from './ask';
import type { Draft } from './draft';
import type { PlanStep } from './plan';
import { revive } from './review';

/**
 * A department put right a decision made in error (docs/adr/0040). A revoked grant takes with it what rests on it. A refusal that
 * becomes a grant grants this step alone: what was withdrawn, cancelled, taken back or settled by an operator stays so.
 */
export function correct(draft: Draft, step: PlanStep, { at, was, error, ...decision }: Corrected): void {
  const before = stepOf(draft.state, step.id);
  const about = draft.about(step, at);
  if (before.asked === 'compensation') {
    // The two crossed: what was to be taken back is gone with the revocation.
    if (decision.outcome === 'refused') draft.add({ type: 'StepUndone', ...about });
    return advance(draft);
  }
  const { outcome, reason, facts, grounds } = decision;
  const isUnwanted = outcome === 'granted' && nobodyWants(draft, before);
  if (hasDecision(before)) {
    const isNewGrant = outcome === 'granted' && before.status !== 'granted' && !isUnwanted;
    if (isNewGrant && mayGoOn(draft, before)) revive(draft, step);
    draft.add({ type: 'StepCorrected', ...about, was, outcome, reason, facts, grounds, error });
    if (before.status === 'granted' && outcome === 'refused') dropWhatRestsOn(draft, step);
  }
  if (isUnwanted) takeBack(draft, step, 'decided-too-late');
  if (isUnwanted || !hasDecision(before)) advance(draft);
  else settle(draft, step);
}

/** The department's own decision stands there, or is waited for; an operator's does not change with it. */
const hasDecision = ({ asked, status, takenOverBy }: StepState): boolean =>
  asked !== undefined || ((status === 'granted' || status === 'refused') && takenOverBy === undefined);

/** Of a grant that comes now. */
function nobodyWants({ state: { withdrawnAt } }: Draft, { asked, status, takenOverBy }: StepState): boolean {
  if (asked !== undefined) return asked === 'cancellation';
  if (status === 'refused') return withdrawnAt !== null || takenOverBy !== undefined;
  return status === 'cancelled';
}

/** What was held back begins only while there is an application for it, with its answers. */
const mayGoOn = ({ state }: Draft, step: StepState): boolean =>
  isReviewed(step) || (!hasEnded(state) && holdsAnswers(state));

/** Whatever could not be without this grant, all the way down the plan: under way it is cancelled, granted it is taken back. */
function dropWhatRestsOn(draft: Draft, revoked: PlanStep): void {
  const gone = new Set([revoked.id]);
  const resting = ({ id, needs }: PlanStep): boolean =>
    !gone.has(id) &&
    needs.some((need) => gone.has(need) && draft.plan.steps.find((one) => one.id === need)?.onRefusal !== 'go-on');
  for (let next = draft.plan.steps.find(resting); next; next = draft.plan.steps.find(resting)) {
    gone.add(next.id);
    const { status, asked } = stepOf(draft.state, next.id);
    if (asked === 'decision') cancel(draft, next, 'basis-revoked');
    else if (status === 'granted') takeBack(draft, next, 'basis-revoked');
  }
}
