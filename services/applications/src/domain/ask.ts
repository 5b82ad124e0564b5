import { stepOf } from './application';
import { earlierOf } from './context';
import type { Draft } from './draft';
import type { StepRequested } from './events';
import type { PlanStep } from './plan';

/** Asks for a step, with its part of the answers and materials and nothing else. */
export function request(draft: Draft, step: PlanStep): void {
  draft.add(requestOf(draft, step));
}

function requestOf(draft: Draft, step: PlanStep): StepRequested {
  const { package: code, packageVersion, residentId, district, answers, materials } = draft.state;
  const asked = {
    type: 'StepRequested',
    ...draft.about(step),
    ...(draft.state.subject?.residentId && { subjectId: draft.state.subject.residentId }),
    ...{ package: code, packageVersion, itemVersion: step.itemVersion, residentId, district },
    ...draft.limit(step.limitDays),
    answers: Object.fromEntries(Object.entries(answers).filter(([name]) => step.answers.includes(name))),
    earlier: earlierOf(step.needs, draft.state),
  } as const;
  if (step.kind !== 'decision') return { ...asked, kind: step.kind };
  const { kind, decidedBy, statutoryDays, statutoryCalendarDays, promisedDays, byDuty } = step;
  const handedIn = materials.filter(({ code: material }) => step.materials.includes(material));
  const calendarDays = statutoryCalendarDays === undefined ? {} : { statutoryCalendarDays };
  const told = { ...asked, kind, materials: handedIn, decidedBy, statutoryDays, ...calendarDays, promisedDays };
  return byDuty ? { ...told, byDuty } : told;
}

/** Asks for what is under way to be freed. Answered by “cancelled”, or by “finished” when it was too late. */
export function cancel(draft: Draft, step: PlanStep, reason: string): void {
  const due = draft.limit(draft.plan.cancellationDays);
  draft.add({ type: 'StepCancellationRequested', ...draft.about(step), reason, ...due });
}

/** Asks for what was granted to be taken back; has a limit of its own. */
export function takeBack(draft: Draft, step: PlanStep, reason: string): void {
  const due = draft.limit(draft.plan.compensationDays);
  draft.add({ type: 'StepUndoRequested', ...draft.about(step), reason, ...due });
}

/** Undoes the application: nothing new begins, what is under way is cancelled, what was granted goes back if wanted. */
export function undo(draft: Draft, reason: string, { takingBack }: { takingBack: boolean }): void {
  for (const step of draft.plan.steps) {
    const { status, asked } = stepOf(draft.state, step.id);
    if (status === 'waiting') draft.add({ type: 'StepStopped', ...draft.about(step), because: reason });
    else if (asked === 'decision') cancel(draft, step, reason);
    else if (status === 'granted' && takingBack) takeBack(draft, step, reason);
  }
}
