import { hasEnded, isSettled, isUnderWay, stepOf, type StepState, type StepStatus } from './application';
import { request, undo } from './ask';
import { contextOf } from './context';
import type { Draft } from './draft';
import type { Ending } from './events';
import { findStep, type PlanStep } from './plan';

/** Everything that follows from the state as it is now: next steps, steps no longer possible, the end. */
export function advance(draft: Draft): void {
  while (draft.plan.steps.some((step) => goOn(draft, step)));
  const ending = endingOf(draft);
  if (ending !== undefined && ending !== draft.state.ending)
    draft.add({ type: 'ApplicationEnded', number: draft.state.number, at: draft.now, ending });
}

/** After a department's (or the operator's) decision: a refusal may undo what was granted before. */
export function settle(draft: Draft, step: PlanStep): void {
  if (stepOf(draft.state, step.id).status === 'refused' && step.onRefusal === 'compensate')
    undo(draft, step.id, { takingBack: true });
  advance(draft);
}

function goOn(draft: Draft, step: PlanStep): boolean {
  if (stepOf(draft.state, step.id).status !== 'waiting') return false;
  const blocked = step.needs.find((need) => blocks(draft, need));
  if (blocked !== undefined) {
    draft.add({ type: 'StepStopped', ...draft.about(step), because: blocked });
    return true;
  }
  if (!step.needs.every((need) => isSettled(stepOf(draft.state, need)))) return false;
  const verdict = step.when(contextOf(draft.plan, draft.state));
  if (verdict.holds && draft.state.consenting && (step.shares?.length ?? 0) > 0) return false;
  if (verdict.holds) request(draft, step);
  else draft.add({ type: 'StepNotNeeded', ...draft.about(step), why: verdict.why });
  return true;
}

/** Without this need's grant, and with no leave to go on without it, what needs it cannot be. */
function blocks(draft: Draft, need: string): boolean {
  const state = stepOf(draft.state, need);
  return isSettled(state) && state.status !== 'granted' && findStep(draft.plan, need)?.onRefusal !== 'go-on';
}

const FAILED: readonly StepStatus[] = ['refused', 'stopped', 'cancelled', 'compensated'];

function endingOf({ plan, state }: Draft): Ending | undefined {
  if (hasEnded(state)) return undefined;
  const steps: readonly StepState[] = plan.steps.map(({ id }) => stepOf(state, id));
  if (steps.some(isUnderWay)) return undefined;
  if (steps.some(({ status }) => status === 'needs-operator')) return 'needs-operator';
  if (!steps.every(isSettled)) return undefined;
  if (state.withdrawnAt !== null) return 'withdrawn';
  if (!steps.some(({ status }) => FAILED.includes(status))) return 'completed';
  return steps.some(({ status }) => status === 'granted') ? 'partly-granted' : 'refused';
}
