import { freshLimits } from './acceptance';
import type { CaseEvent } from './events';
import type { Setting } from './setting';
import type { CaseAt, FiledCase } from './state';

/**
 * A person looks at what a rule refused, because the resident asks for it (个人信息保护法 art. 24). Of anything else there is no
 * review: what a person decided has its own remedies, and a case without its item could not be decided again.
 */
export const openReview = (setting: Setting, state: FiledCase, objection: string, now: Date): readonly CaseEvent[] => {
  if (!isRefusedByRule(state)) return [dismissed(objection, 'no-review-open', now)];
  if (!setting.item(state.file.request)) return [dismissed(objection, 'item-not-offered', now)];
  return [{ type: 'ReviewOpened', at: now, objection, ...freshLimits(setting, state.file, now) }];
};

const isRefusedByRule = (state: FiledCase): state is CaseAt<'decided'> =>
  state.status === 'decided' && state.decidedBy === 'rule' && state.ruling.outcome === 'refused';

const dismissed = (objection: string, reason: string, at: Date): CaseEvent => ({
  type: 'ObjectionDismissed',
  at,
  objection,
  reason,
});
