import { refuse } from '@lianban/model';
import { isRevoked } from './correction';
import { notWhile } from './refusals';
import { openReview } from './review';
import type { Handler } from './setting';
import { isOpen } from './state';

/**
 * Somebody objects during the public notice: an officer checks again, and a new ruling has a new notice. Whoever objects
 * while the officer checks is heard in the same check. At any other time there is nothing an objection could change; whoever raised it
 * is told so, because they got no other answer to it. What a rule refused is looked at by a person for whoever asks (个人信息保护法 art. 24).
 */
export const raiseObjection: Handler<'RaiseObjection'> = (setting, state, { objection, raisedAt, review }, now) => {
  if (state.status === 'unreceived') return notWhile(state.status);
  const { objections, dismissed = [] } = state.file;
  if (objections.includes(objection) || dismissed.includes(objection)) return [];
  const isBeingChecked = isOpen(state) && state.status !== 'notice' && objections.length > 0;
  if (isBeingChecked) return [{ type: 'ObjectionAdded', at: now, objection }];
  if (review) return openReview(setting, state, objection, now);
  if (state.status !== 'notice' || (raisedAt ?? now) > state.until) {
    return [{ type: 'ObjectionDismissed', at: now, objection, reason: 'no-notice-open' }];
  }
  return [{ type: 'NoticeObjected', at: now, objection }];
};

/** The step is no longer wanted. Too late after the decision: then the application asks for compensation. */
export const cancel: Handler<'Cancel'> = (_setting, state, { reason }, now) => {
  if (state.status === 'cancelled' || state.status === 'compensated') return [];
  return isOpen(state) ? [{ type: 'CaseCancelled', at: now, reason }] : notWhile(state.status);
};

/** What was granted is taken back. */
export const compensate: Handler<'Compensate'> = (_setting, state, { reason }, now) => {
  if (state.status === 'compensated') return [];
  if (isOpen(state)) return refuse('not-decided', 'The case is not decided yet: cancel it instead.');
  if (state.status === 'unreceived') return notWhile(state.status);
  // A revocation said so already, and crossed the request on its way.
  if (state.status === 'decided' && isRevoked(state.file, state.ruling.outcome)) return [];
  return state.status === 'decided' && state.ruling.outcome === 'granted'
    ? [{ type: 'CaseCompensated', at: now, reason }]
    : refuse('nothing-granted', 'Nothing was granted in this case, so there is nothing to take back.');
};
