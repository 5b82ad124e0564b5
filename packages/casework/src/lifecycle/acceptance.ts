import { type Refusal, isRefusal } from '@lianban/model';
import { limitsOf, orUndated, type Limits } from './clock';
import type { CaseAccepted, CaseEvent } from './events';
import type { Setting } from './setting';
import type { CaseFile } from './state';

/** Limits from an acceptance at `acceptedAt`, with nothing excluded yet. */
export const freshLimits = (setting: Setting, file: CaseFile, acceptedAt: Date): Limits | Refusal =>
  limitsOf({ acceptedAt, pauses: [], extendedBy: 0 }, file.request, setting.workingDays);

/** When the case is deemed accepted (行政许可法 art. 32); absent for a rule, which accepts at once, and without a calendar. */
export const acceptBy = (setting: Setting, decidedBy: 'rule' | 'officer', completeAt: Date) => {
  if (decidedBy === 'rule') return {};
  const due = setting.workingDays.add(completeAt, setting.acceptDays);
  return isRefusal(due) ? {} : { acceptBy: due };
};

/**
 * Acceptance that nobody can refuse: by a rule, or deemed. Without a calendar it has no dates, and is handed to an
 * officer with the calendar's reason, unless the setting lets rules go on without.
 */
export const acceptAnyway = (
  setting: Setting,
  file: CaseFile,
  acceptance: Pick<CaseAccepted, 'at' | 'acceptedAt' | 'deemed'>,
): readonly CaseEvent[] => {
  const limits = orUndated(freshLimits(setting, file, acceptance.acceptedAt));
  const accepted: CaseEvent = { type: 'CaseAccepted', ...acceptance, ...limits };
  const goesOn = limits.undated === undefined || (file.decidedBy === 'rule' && setting.withoutDates === 'go-on');
  return goesOn ? [accepted] : [accepted, { type: 'CaseHandedOver', at: acceptance.at, why: limits.undated }];
};
