import type { Refusal } from '@lianban/model';
import { advance, settle } from './advance';
import { type TakeOverAsk, isReviewed, stepOf } from './application';
import { takeBack } from './ask';
import type { AnswerTakeOver, TakeOverStep } from './commands';
import type { Draft } from './draft';
import type { Asked } from './events';
import type { PlanStep } from './plan';
import { lapse, revive } from './review';

/** Demo value: calendar days in which a second operator approves; after them the first asks anew. */
export const TAKE_OVER_ASK_DAYS = 10;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * An operator would answer in the department's stead; "refused" for a cancellation means that nothing is held any more, for
 * a compensation that it was taken back by hand. Four eyes: it counts once another operator approves, and a late answer of
 * the department comes first. Refused unless the step was handed to an operator.
 */
export function takeOver(draft: Draft, step: PlanStep, command: TakeOverStep): Refusal | undefined {
  const asked = askedOfOperator(draft, step);
  if (typeof asked !== 'string') return asked;
  const { outcome, reason, operator, facts } = command;
  if (isConcerned(draft, operator)) return CONFLICT;
  const open = openAsk(draft, step);
  if (open === undefined) {
    draft.add({ type: 'TakeOverAsked', ...draft.about(step), instead: asked, outcome, reason, operator, facts });
    return undefined;
  }
  const isSame = open.operator === operator && open.outcome === outcome && open.reason === reason;
  return isSame && JSON.stringify(open.facts) === JSON.stringify(facts) ? undefined : ASKED_ALREADY;
}

/** Another operator approves or declines what the first asked for; the first can only take it back. */
export function answerTakeOver(
  draft: Draft,
  step: PlanStep,
  { operator, approve }: AnswerTakeOver,
): Refusal | undefined {
  const asked = askedOfOperator(draft, step);
  if (typeof asked !== 'string') return asked;
  if (isConcerned(draft, operator)) return CONFLICT;
  const open = openAsk(draft, step);
  if (open === undefined) return NOTHING_ASKED;
  if (!approve) {
    draft.add({ type: 'TakeOverDropped', ...draft.about(step), operator });
    return undefined;
  }
  if (open.operator === operator) return SECOND_PERSON;
  const { outcome, reason, facts, operator: askedBy } = open;
  if (outcome === 'granted' && isReviewed(stepOf(draft.state, step.id))) revive(draft, step);
  const both = { operator: askedBy, approvedBy: operator };
  draft.add({ type: 'StepTakenOver', ...draft.about(step), instead: asked, outcome, reason, ...both, facts });
  if (asked === 'cancellation' && outcome === 'granted') takeBack(draft, step, 'no-longer-wanted');
  if (asked === 'decision') settle(draft, step);
  else advance(draft);
  return undefined;
}

const CONFLICT: Refusal = {
  refused: 'conflict-of-interest',
  detail: 'You are the applicant, or applied in their name: another operator does this.',
};
const ASKED_ALREADY: Refusal = {
  refused: 'take-over-asked',
  detail: 'Another take-over of this step waits for approval: it is answered or taken back first.',
};
const NOTHING_ASKED: Refusal = {
  refused: 'no-take-over-asked',
  detail: 'No take-over of this step waits for approval: ask for one first.',
};
const SECOND_PERSON: Refusal = {
  refused: 'second-person-needed',
  detail: 'You asked for this take-over yourself: another operator approves it.',
};

/** Which answer of the department an operator would give. */
function askedOfOperator({ state }: Draft, step: PlanStep): Asked | Refusal {
  const { status, asked } = stepOf(state, step.id);
  if (status === 'needs-operator' && asked !== undefined) return asked;
  return {
    refused: 'step-not-with-operator',
    detail: `Step "${step.id}" is ${status}: only a step that needs an operator can be taken over.`,
  };
}

function openAsk({ state, now }: Draft, step: PlanStep): TakeOverAsk | undefined {
  const { takeOverAsk: ask, asked } = stepOf(state, step.id);
  if (ask === undefined || ask.instead !== asked) return undefined;
  return now.getTime() < ask.askedAt.getTime() + TAKE_OVER_ASK_DAYS * dayMs ? ask : undefined;
}

const isConcerned = ({ state: { residentId, agentId, assistedBy } }: Draft, operator: string): boolean =>
  [residentId, agentId, assistedBy].includes(operator);

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
