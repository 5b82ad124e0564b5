import type { Refusal } from '@lianban/model';
import { advance } from './advance';
import { hasEnded, stepOf } from './application';
import { undo } from './ask';
import { by } from './by';
import { agreedTo } from './consent';
import type { ProvideSupplement, RaiseObjection, SettleConsents, WithdrawApplication } from './commands';
import type { Draft } from './draft';
import { findStep, type PlanStep } from './plan';
import { notReviewable } from './review';

/**
 * Hands in what a department asked for; the same request again changes nothing. Refused unless the department waits for it, when
 * it answers what was not asked, and when its key was used for something else.
 */
export function provideSupplement(draft: Draft, step: PlanStep, command: ProvideSupplement): Refusal | undefined {
  const { answers, request } = command;
  const { asked, missing, supplementedBy } = stepOf(draft.state, step.id);
  if (request !== undefined && request.key === supplementedBy?.key)
    return request.body === supplementedBy.body ? undefined : keyReused;
  if (asked !== 'decision' || missing === undefined)
    return {
      refused: 'no-supplement-asked',
      detail: `Nothing is missing for step "${step.id}" at the moment: look at the application again.`,
    };
  const wanted = new Set([...step.answers, ...missing.map(({ code }) => code)]);
  const stray = Object.keys(answers).find((name) => !wanted.has(name));
  if (stray !== undefined)
    return {
      refused: 'invalid-answers',
      detail: `Step "${step.id}" was not asked for this answer: leave it out.`,
      pointer: `/answers/${stray.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    };
  if (JSON.stringify({ ...draft.state.answers, ...answers }).length > MOST_ANSWERED) return answersTooLarge;
  const { consents, materials } = agreedTo([step], draft.state.number, command.consents ?? [], command.materials);
  const supplement = {
    ...draft.about(step),
    answers,
    materials,
    ...draft.limit(step.limitDays),
    ...by(command),
    ...(request && { request }),
  };
  if (consents.length > 0) draft.add({ type: 'ConsentsGiven', ...supplement, consents });
  else draft.add({ type: 'SupplementProvided', ...supplement });
  return undefined;
}

/** Characters of all answers together: a step that is asked for later gets them in one message. */
const MOST_ANSWERED = 200_000;
const answersTooLarge: Refusal = {
  refused: 'invalid-answers',
  detail: 'With these, the answers of this application are more than can be passed on: shorten them.',
  pointer: '/answers',
};

const keyReused: Refusal = {
  refused: 'idempotency-key-reused',
  detail: 'This Idempotency-Key was used for another supplement: send a new key with this one.',
};

/** What was agreed to is taken down, or will not be: what waited for it goes on. */
export function settleConsents(draft: Draft, { step: id, kept }: SettleConsents): void {
  if (id === undefined) {
    if (draft.state.consenting) draft.add({ type: 'ConsentsSettled', number: draft.state.number, at: draft.now, kept });
    return advance(draft);
  }
  const step = findStep(draft.plan, id);
  const { asked, pending } = stepOf(draft.state, id);
  if (step === undefined || asked !== 'decision' || pending === undefined) return;
  // Without `providedAt` it was taken by a release that did not claim uploads with it: they are claimed now.
  draft.add({ type: 'SupplementProvided', ...draft.about(step), ...pending, ...draft.limit(step.limitDays) });
}

/**
 * Objects to what a department is about to decide, for example during its public notice 公示; or to what a rule refused, which a
 * person then looks at.
 */
export function raiseObjection(draft: Draft, step: PlanStep, command: RaiseObjection): Refusal | undefined {
  if (step.kind !== 'decision')
    return {
      refused: 'not-a-decision',
      detail: `Step "${step.id}" is a ${step.kind}: only a decision can be objected to.`,
    };
  const raised = {
    type: 'ObjectionRaised',
    ...draft.about(step),
    objection: command.objection,
    ...by(command),
  } as const;
  if (stepOf(draft.state, step.id).asked === 'decision') {
    draft.add(raised);
    return undefined;
  }
  const no = notReviewable(draft, step);
  if (no) return no;
  draft.add({ ...raised, review: draft.limit(step.limitDays) });
  return undefined;
}

/** Takes the application back 撤回. What is under way is cancelled; what was granted goes back only if the package says so. */
export function withdraw(draft: Draft, command: WithdrawApplication): Refusal | undefined {
  if (draft.state.withdrawnAt !== null) return undefined;
  if (hasEnded(draft.state))
    return { refused: 'application-ended', detail: 'This application has ended: it can no longer be withdrawn.' };
  draft.add({
    type: 'ApplicationWithdrawn',
    number: draft.state.number,
    at: draft.now,
    reason: command.reason,
    ...by(command),
  });
  undo(draft, 'withdrawn', { takingBack: draft.plan.withdrawal === 'compensate' });
  advance(draft);
  return undefined;
}
