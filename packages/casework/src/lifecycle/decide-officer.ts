import { refuse } from '@lianban/model';
import { addCalendarDays } from '../calendar/shanghai-day';
import { freshLimits } from './acceptance';
import { limitsAfter } from './clock';
import type { CaseEvent } from './events';
import type { Missing } from './item';
import { decidedByRule, notWhile, uncoded } from './refusals';
import type { Handler } from './setting';

/** Acceptance 受理. */
export const accept: Handler<'Accept'> = (setting, state, { officer }, now) => {
  if (state.status !== 'received') {
    if (state.status === 'accepted' && state.file.officer === officer) return [];
    return state.status === 'accepted'
      ? refuse('already-accepted', 'The case has been accepted before.')
      : notWhile(state.status);
  }
  const limits = freshLimits(setting, state.file, now);
  return [{ type: 'CaseAccepted', at: now, acceptedAt: now, deemed: false, officer, ...limits }];
};

/** The officer finds more missing; once the case is accepted the clock stands still until it is there. */
export const requestSupplement: Handler<'RequestSupplement'> = (setting, state, { officer, missing }, now) => {
  if (state.status === 'supplement' && isSame(missing, state.missing)) return [];
  if (state.status !== 'received' && state.status !== 'accepted') return notWhile(state.status);
  if (state.file.decidedBy === 'rule') return decidedByRule;
  if (missing.length === 0) return refuse('nothing-missing', 'Name at least one thing that is missing.', '/missing');

  const until = addCalendarDays(now, setting.supplementDays);
  const asked: CaseEvent = { type: 'SupplementAsked', at: now, missing, answerBy: until, by: 'officer', officer };
  return state.status === 'received'
    ? [asked]
    : [{ type: 'CasePaused', at: now, by: 'supplement', reason: 'supplement', until, officer }, asked];
};

/** A reasoned pause 特别程序: hearing, inspection, test, expert review (行政许可法 art. 45). */
export const pause: Handler<'Pause'> = (_setting, state, { officer, reason }, now) => {
  if (state.status === 'paused' && state.pause.by === 'officer' && state.pause.reason === reason) return [];
  if (state.status !== 'accepted') return notWhile(state.status);
  if (state.file.decidedBy === 'rule') return decidedByRule;
  return uncoded(reason) ?? [{ type: 'CasePaused', at: now, by: 'officer', reason, officer }];
};

/** The clock runs again, its limits moved by the excluded days. */
export const resume: Handler<'Resume'> = (setting, state, { officer }, now) => {
  if (state.status !== 'paused') return notWhile(state.status);
  if (state.pause.by !== 'officer') {
    return refuse('waiting-for-others', `The case waits (${state.pause.reason}) and goes on by itself when that ends.`);
  }
  const limits = limitsAfter(state.file, state.pause.since, now, setting.workingDays);
  return [{ type: 'CaseResumed', at: now, officer, ...limits }];
};

const isSame = (one: readonly Missing[], other: readonly Missing[]) =>
  one.length === other.length &&
  one.every(({ code, note }, place) => other[place]?.code === code && other[place].note === note);
