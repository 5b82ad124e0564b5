import { addCalendarDays, shanghaiDay } from '../calendar/shanghai-day';
import { type WorkingDays, isProvisional } from '../calendar/working-days';
import type { StepRequest } from './item';
import { isCalendarDays } from './statutory-limit';

/** The promised and the statutory limit side by side. */
export interface Limits {
  readonly promisedAt?: Date;
  readonly statutoryAt?: Date;
  /** The last moment of the holiday tables they were counted by, when one of them is later: that one is provisional. */
  readonly provisionalAfter?: Date;
  /** Why they were not known, in cases of former releases: "calendar-year-missing". */
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
 * The limits from acceptance (行政许可法 art. 42 and 82), the day of acceptance not counted, moved by the days of every pause and by
 * the extension. Working days, but for a statutory limit that its law counts in calendar days: its pauses count as calendar
 * days too. Beyond the calendar's tables they are provisional.
 */
export const limitsOf = (ledger: Ledger, request: StepRequest, calendar: WorkingDays): Limits => {
  const { acceptedAt, pauses, extendedBy } = ledger;
  const excluded = pauses.reduce((sum, { from, to }) => sum + calendar.between(from, to), 0);
  const statutoryAt = isCalendarDays(request)
    ? calendar.add(addCalendarDays(acceptedAt, request.statutoryCalendarDays + calendarDays(pauses)), extendedBy)
    : calendar.add(acceptedAt, request.statutoryDays + excluded + extendedBy);
  const promised = calendar.add(acceptedAt, request.promisedDays + excluded + extendedBy);
  // Long holidays can take working days beyond a limit in calendar days.
  const promisedAt = promised < statutoryAt ? promised : statutoryAt;
  const counted = { promisedAt, statutoryAt, provisionalAfter: calendar.tabledUntil };
  const marks = provisionalLimits(counted, { ...request, extendedBy });
  return { promisedAt, statutoryAt, ...(marks.promised || marks.statutory ? counted : {}) };
};

const calendarDays = (pauses: readonly ExcludedTime[]): number =>
  pauses.reduce((sum, { from, to }) => sum + shanghaiDay(to) - shanghaiDay(from), 0);

type Counted = Pick<StepRequest, 'statutoryCalendarDays'> & Partial<Pick<Ledger, 'extendedBy'>>;

/** Which of the limits are provisional. One in calendar days is not, unless it was extended by working days. */
export const provisionalLimits = (
  { promisedAt, statutoryAt, provisionalAfter }: Limits,
  request: Counted,
): { readonly promised: boolean; readonly statutory: boolean } => {
  const isLater = (at: Date | undefined) =>
    at !== undefined && provisionalAfter !== undefined && isProvisional(at, { tabledUntil: provisionalAfter });
  const isFixed = isCalendarDays(request) && !request.extendedBy;
  return { promised: isLater(promisedAt), statutory: !isFixed && isLater(statutoryAt) };
};

/** The limits of an accepted case once a pause that began at `since` ends `now`. */
export const limitsAfter = (
  file: { readonly clock?: LegalClock; readonly request: StepRequest },
  since: Date,
  now: Date,
  calendar: WorkingDays,
): Limits => {
  const { acceptedAt, pauses, extendedBy } = accepted(file);
  return limitsOf({ acceptedAt, pauses: [...pauses, { from: since, to: now }], extendedBy }, file.request, calendar);
};

/** The clock of an accepted case. Throws when there is none: nothing can pause or move before acceptance. */
export const accepted = (file: { readonly clock?: LegalClock }): LegalClock => {
  if (!file.clock) throw new Error('The legal clock was moved before the case was accepted');
  return file.clock;
};

/** The limits an event carries, without its other fields. */
export const limitsIn = ({ promisedAt, statutoryAt, provisionalAfter, undated }: Limits): Limits => ({
  ...(promisedAt && { promisedAt }),
  ...(statutoryAt && { statutoryAt }),
  ...(provisionalAfter && { provisionalAfter }),
  ...(undated !== undefined && { undated }),
});
