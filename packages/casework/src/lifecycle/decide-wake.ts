import type { Timeout } from '@lianban/model';
import { acceptance } from './acceptance';
import type { CaseCommand } from './commands';
import type { CaseEvent } from './events';
import { openCorrection } from './correction';
import { isOverdue, openDecision } from './decision-ask';
import { isOutlived, openAsk } from './extension';
import { endOfNotice } from './notice-end';
import { plainRefusal } from './ruling';
import type { Handler, Setting } from './setting';
import { type CaseState, type FiledCase, isOpen } from './state';

/**
 * How long after their deadline people's answers are still waited for. What was handed in on the last evening may be on its way:
 * until a consent that came with it is taken down, for an hour at most, or until its record can be published.
 */
const onItsWayMs = 2 * 60 * 60 * 1000;

/** The next moment at which something happens by itself: a wait is given up, or the stage has a deadline. */
export const wakeOf = (state: CaseState): Timeout<CaseCommand> | undefined => {
  if (state.status === 'unreceived') return undefined;
  if (!isOpen(state)) {
    const answerBy = openCorrection(state.file)?.until;
    return answerBy && { at: answerBy, command: { type: 'Wake' } };
  }
  const moments = [timerOf(state), ...state.file.waits.map((wait) => wait.until)];
  const next = earliest(...moments);
  return next && { at: next, command: { type: 'Wake' } };
};

/** Does what is due; woken early or twice it does nothing. */
export const wakeUp: Handler<'Wake'> = (setting, state, _command, now) => {
  if (state.status === 'unreceived') return [];
  if (!isOpen(state)) {
    const open = openCorrection(state.file);
    return open && open.until <= now ? [{ type: 'CorrectionAskLapsed', at: now }] : [];
  }
  const waits = state.file.waits.filter(({ until }) => until <= now);
  const ended = waits.map(({ name }): CaseEvent => ({ type: 'WaitEnded', at: now, name, available: false }));
  const deadline = deadlineOf(state);
  // Woken for a wait that is over, it says nothing yet of a deadline whose own timer has not come.
  const isDue = deadline && deadline <= now && (ended.length === 0 || timerOf(state)! <= now);
  return isDue ? [...ended, ...atDeadline(setting, state, now)] : ended;
};

const earliest = (...moments: readonly (Date | undefined)[]): Date | undefined =>
  moments.filter((at) => at !== undefined).sort((a, b) => a.getTime() - b.getTime())[0];

const timerOf = (state: FiledCase): Date | undefined => {
  const deadline = deadlineOf(state);
  const isForPeople = state.status === 'supplement' || state.status === 'notice';
  return deadline && isForPeople ? new Date(deadline.getTime() + onItsWayMs) : deadline;
};

const deadlineOf = (state: FiledCase): Date | undefined => {
  switch (state.status) {
    case 'received':
      return state.acceptBy;
    case 'supplement':
      return state.answerBy;
    case 'notice':
      // What is asked again ends by itself: with the answer, or without one.
      return state.file.confirming ? undefined : state.until;
    case 'accepted':
      return earliest(openAsk(state.file) && state.file.clock?.statutoryAt, openDecision(state.file)?.until);
    default:
      return undefined;
  }
};

const atDeadline = (setting: Setting, state: FiledCase, now: Date): readonly CaseEvent[] => {
  switch (state.status) {
    case 'received':
      return [acceptance(setting, state.file, { at: now, acceptedAt: state.file.completeAt, deemed: true })];
    case 'supplement': {
      const ruling = plainRefusal('supplement-not-provided');
      return [{ type: 'CaseDecided', at: now, ruling, decidedBy: 'rule' }];
    }
    case 'accepted':
      return [
        ...(isOutlived(state.file, now) ? [{ type: 'ExtensionLapsed', at: now } as const] : []),
        ...(isOverdue(state.file, now) ? [{ type: 'DecisionAskLapsed', at: now } as const] : []),
      ];
    case 'notice':
      return endOfNotice(setting, state, now);
    default:
      return [];
  }
};
