import type { FoldingDecider, Refusal } from '@lianban/model';
import type { WorkingDaysAt } from '@lianban/casework';
import { noApplication, type ApplicationState } from './application';
import type { ApplicationCommand, HearStepNews } from './commands';
import { nextDeadline, setDates } from './deadlines';
import { Draft } from './draft';
import type { ApplicationEvent } from './events';
import { hear } from './hear';
import { answerTakeOver, takeOver, wakeUp } from './operator';
import { findStep, type Plans, type PlanStep } from './plan';
import { provideSupplement, raiseObjection, settleConsents, withdraw } from './resident';
import { planOf } from './running-plan';
import { notItsStep, unknownApplication, unknownStep } from './speaker';
import { submit } from './submit';

export type ApplicationDecider = FoldingDecider<ApplicationState, ApplicationCommand, ApplicationEvent>;

/**
 * The cross-department process: what residents, departments, operators and the timer say, in; what happens next, out.
 * Throws when a running application's package version is no longer in the catalogue: that is a mistake of deployment.
 */
export function applicationDecider(plans: Plans, daysAt: WorkingDaysAt): ApplicationDecider {
  return {
    initial: noApplication,
    timeout(state) {
      const at = nextDeadline(state);
      return at === undefined ? undefined : { at, command: { type: 'Wake' } };
    },
    decide(command, state, now) {
      if (command.type === 'SubmitApplication')
        return submit(command, state, { plans, begin: (plan) => new Draft(state, plan, daysAt(now), now) });
      if (state.submittedAt === null) return unknownApplication;
      const draft = new Draft(state, planOf(state, plans), daysAt(now), now);
      return carryOut(draft, command) ?? draft;
    },
  };
}

function carryOut(draft: Draft, command: Exclude<ApplicationCommand, { type: 'SubmitApplication' }>): Refusal | void {
  if (command.type === 'Wake') return wakeUp(draft);
  if (command.type === 'SetDates') return setDates(draft);
  if (command.type === 'WithdrawApplication') return withdraw(draft, command);
  if (command.type === 'SettleConsents') return settleConsents(draft, command);
  const step = findStep(draft.plan, command.step);
  if (step === undefined)
    return { ...unknownStep(command.step), ...('department' in command && { disbelieved: true }) };
  switch (command.type) {
    case 'ProvideSupplement':
      return provideSupplement(draft, step, command);
    case 'RaiseObjection':
      return raiseObjection(draft, step, command);
    case 'TakeOverStep':
      return takeOver(draft, step, command);
    case 'AnswerTakeOver':
      return answerTakeOver(draft, step, command);
    default:
      return mayNotSay(step, command) ?? hear(draft, step, command.news);
  }
}

/** Only the service that performs a step speaks of it, and only in terms of the step's kind. */
function mayNotSay(step: PlanStep, { department, news }: HearStepNews): Refusal | undefined {
  const stranger = notItsStep(step, department);
  if (stranger) return { ...stranger, disbelieved: true };
  if (news.type === 'progressed' && news.progress.kind !== step.kind)
    return {
      refused: 'not-its-kind',
      detail: `Step "${step.id}" is a ${step.kind}: progress of a ${news.progress.kind} cannot be its own.`,
      disbelieved: true,
    };
  return undefined;
}
