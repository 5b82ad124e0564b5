import { daysAfter, monthsAfter } from '@lianban/input';

/** Of 居住证暂行条例 (国令第663号). */
export const RESIDENCE = { version: '2016', monthsHere: 6 } as const;

/** The first day on which somebody registered here since then may apply. */
export const permitFrom = (residingSince: string): string => monthsAfter(residingSince, RESIDENCE.monthsHere);

export interface PermitYear {
  /** The first day of the year that is running. */
  readonly from: string;
  /** When it is to be signed 签注 for the next year: the month before the anniversary. */
  readonly signFrom: string;
  readonly signUntil: string;
}

export const permitYear = (from: string): PermitYear => {
  const anniversary = monthsAfter(from, 12);
  return { from, signFrom: monthsAfter(anniversary, -1), signUntil: daysAfter(anniversary, -1) };
};

export interface Signed extends PermitYear {
  /** Days on which it did not work, when it was signed after its year. */
  readonly suspended?: { readonly from: string; readonly until: string };
}

/** Signed in time, the next year follows; later, it works again from that day, and years run from then (art. 10). */
export function signPermit(from: string, signedOn: string): Signed {
  const { signUntil } = permitYear(from);
  const anniversary = daysAfter(signUntil, 1);
  if (signedOn <= signUntil) return permitYear(anniversary);
  const until = daysAfter(signedOn, -1);
  return { ...permitYear(signedOn), ...(until >= anniversary && { suspended: { from: anniversary, until } }) };
}
