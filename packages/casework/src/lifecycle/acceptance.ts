import { isProvisional } from '../calendar/working-days';
import { limitsOf, type Limits } from './clock';
import type { AcceptBy, CaseAccepted, CaseEvent } from './events';
import type { Setting } from './setting';
import type { CaseFile } from './state';

/** Limits from an acceptance at `acceptedAt`, with nothing excluded yet. */
export const freshLimits = (setting: Setting, file: CaseFile, acceptedAt: Date): Limits =>
  limitsOf({ acceptedAt, pauses: [], extendedBy: 0 }, file.request, setting.workingDays);

/** When the case is deemed accepted (行政许可法 art. 32); absent for a rule, which accepts at once. */
export const acceptBy = (
  { workingDays, acceptDays }: Setting,
  decidedBy: 'rule' | 'officer',
  completeAt: Date,
): AcceptBy => {
  if (decidedBy === 'rule') return {};
  const due = workingDays.add(completeAt, acceptDays);
  return { acceptBy: due, ...(isProvisional(due, workingDays) && { provisionalAfter: workingDays.tabledUntil }) };
};

/** Acceptance by a rule, or deemed. */
export const acceptance = (
  setting: Setting,
  file: CaseFile,
  accepted: Pick<CaseAccepted, 'at' | 'acceptedAt' | 'deemed'>,
): CaseEvent => ({ type: 'CaseAccepted', ...accepted, ...freshLimits(setting, file, accepted.acceptedAt) });
