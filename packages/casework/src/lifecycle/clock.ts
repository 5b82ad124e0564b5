import type { WorkingDays } from '../calendar/working-days';
import { type Refusal, isRefusal } from '@lianban/model';
import type { StepRequest } from './item';

/** The promised and the statutory limit side by side, or why they are not known: "calendar-year-missing". */
export interface Limits {
  readonly promisedAt?: Date;
  readonly statutoryAt?: Date;
  readonly undated?: string;
}

/** Excluded time 不计入期限的时间 (行政许可法 art. 45). */
export interface ExcludedTime {
  readonly from: Date;
  readonly to: Date;
  /** A kebab-case code: "supplement", "hearing". */
  readonly reason?: string;
}

/** Everything the limits follow from, so that they can be worked out again from the beginning at any time. */
export interface Ledger {
  readonly acceptedAt: Date;
  readonly pauses: readonly ExcludedTime[];
  /** Working days by which the head extended the limits (art. 42). */
  readonly extendedBy: number;
}

export type LegalClock = Ledger & Limits;

/**
 * The limits in working days from acceptance (行政许可法 art. 42 and 82), the day of acceptance not counted, moved by the
 * working days of every pause and by the extension. Refused with "calendar-year-missing" as the calendar is.
 */
export const limitsOf = (ledger: Ledger, request: StepRequest, calendar: WorkingDays): Limits | Refusal => {
  let moved = ledger.extendedBy;
  for (const { from, to } of ledger.pauses) {
    const excluded = calendar.between(from, to);
    if (isRefusal(excluded)) return excluded;
    moved += excluded;
  }
  const promisedAt = calendar.add(ledger.acceptedAt, request.promisedDays + moved);
  if (isRefusal(promisedAt)) return promisedAt;
  const statutoryAt = calendar.add(ledger.acceptedAt, request.statutoryDays + moved);
  return isRefusal(statutoryAt) ? statutoryAt : { promisedAt, statutoryAt };
};

/** The limits of an accepted case once a pause that began at `since` ends `now`. */
export const limitsAfter = (
  file: { readonly clock?: LegalClock; readonly request: StepRequest },
  since: Date,
  now: Date,
  calendar: WorkingDays,
): Limits | Refusal => {
  const { acceptedAt, pauses, extendedBy } = accepted(file);
  return limitsOf({ acceptedAt, pauses: [...pauses, { from: since, to: now }], extendedBy }, file.request, calendar);
};

/** The clock of an accepted case. Throws when there is none: nothing can pause or move before acceptance. */
export const accepted = (file: { readonly clock?: LegalClock }): LegalClock => {
  if (!file.clock) throw new Error('The legal clock was moved before the case was accepted');
  return file.clock;
};

/** For what nobody may stop (a resident's answer, passing time): it goes on without dates, and says why. */
export const orUndated = (limits: Limits | Refusal): Limits =>
  isRefusal(limits) ? { undated: limits.refused } : limits;

/** The limits an event carries, without its other fields. */
export const limitsIn = ({ promisedAt, statutoryAt, undated }: Limits): Limits => ({
  ...(promisedAt && { promisedAt }),
  ...(statutoryAt && { statutoryAt }),
  ...(undated !== undefined && { undated }),
});
