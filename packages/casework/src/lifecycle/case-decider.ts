import { type Decider, isRefusal } from '@lianban/model';
import { toldAtOnce } from './at-once';
import type { CaseCommand } from './commands';
import { conflictOf } from './conflict';
import { approveDecision, refuseDecision, withdrawAsk } from './decide-approval';
import { approveCorrection, askCorrection, refuseCorrection } from './decide-correction';
import { cancel, compensate, raiseObjection } from './decide-end';
import { approveExtension, askExtension, refuseExtension } from './decide-extension';
import { setDates } from './decide-dates';
import { learn, learnFailed, wait } from './decide-facts';
import { askAgain } from './fact-age';
import { claim, heldByAnother, reassign, release } from './decide-holding';
import { accept, pause, requestSupplement, resume } from './decide-officer';
import { provideSupplement, receiveStep } from './decide-receipt';
import { decideCase } from './decide-ruling';
import { wakeOf, wakeUp } from './decide-wake';
import type { CaseEvent } from './events';
import { evolve, evolveAll } from './evolve';
import { followUp } from './follow-up';
import { withWorklistEntry } from './worklist';
import { type CaseSetting, type Setting, settingAt } from './setting';
import type { CaseState } from './state';
import { withWrit } from './issue-writ';

/**
 * The lifecycle every department's case goes through: receipt 收件, supplement 补正, acceptance 受理, examination 审查 with
 * its pauses, public notice 公示, decision 决定. A department brings its items' rules and nothing else.
 */
export const caseDecider = (given: CaseSetting): Decider<CaseState, CaseCommand, CaseEvent> => {
  return {
    initial: (id) => ({ id, status: 'unreceived' }),
    evolve: (state, event) =>
      withWorklistEntry(withWrit(evolve(state, event), state, event), state, event, given.workingDays(event.at)),
    timeout: wakeOf,
    decide(command, state, now) {
      const setting = settingAt(given, now);
      const conflict = conflictOf(command, state);
      if (conflict) return conflict;
      const events = handle(setting, command, state, now);
      if (isRefusal(events) || events.length === 0) return events;
      const held = heldByAnother(command, state);
      if (held) return held;
      return toldAtOnce([...events, ...followUp(setting, evolveAll(state, events), now)]);
    },
  };
};

const handle = (setting: Setting, command: CaseCommand, state: CaseState, now: Date) => {
  switch (command.type) {
    case 'ReceiveStep':
      return receiveStep(setting, state, command, now);
    case 'ProvideSupplement':
      return provideSupplement(setting, state, command, now);
    case 'Accept':
      return accept(setting, state, command, now);
    case 'RequestSupplement':
      return requestSupplement(setting, state, command, now);
    case 'Pause':
      return pause(setting, state, command, now);
    case 'Resume':
      return resume(setting, state, command, now);
    case 'AskExtension':
      return askExtension(setting, state, command, now);
    case 'ApproveExtension':
      return approveExtension(setting, state, command, now);
    case 'RefuseExtension':
      return refuseExtension(setting, state, command, now);
    case 'ApproveDecision':
      return approveDecision(setting, state, command, now);
    case 'RefuseDecision':
      return refuseDecision(setting, state, command, now);
    case 'AskCorrection':
      return askCorrection(setting, state, command, now);
    case 'ApproveCorrection':
      return approveCorrection(setting, state, command, now);
    case 'RefuseCorrection':
      return refuseCorrection(setting, state, command, now);
    case 'WithdrawAsk':
      return withdrawAsk(setting, state, command, now);
    case 'Decide':
      return decideCase(setting, state, command, now);
    case 'Claim':
      return claim(setting, state, command, now);
    case 'Release':
      return release(setting, state, command, now);
    case 'Reassign':
      return reassign(setting, state, command, now);
    case 'RaiseObjection':
      return raiseObjection(setting, state, command, now);
    case 'Cancel':
      return cancel(setting, state, command, now);
    case 'Compensate':
      return compensate(setting, state, command, now);
    case 'Learn':
      return learn(setting, state, command, now);
    case 'LearnFailed':
      return learnFailed(setting, state, command, now);
    case 'AskAgain':
      return askAgain(setting, state, command, now);
    case 'Wait':
      return wait(setting, state, command, now);
    case 'SetDates':
      return setDates(setting, state, command, now);
    case 'Wake':
      return wakeUp(setting, state, command, now);
  }
};
