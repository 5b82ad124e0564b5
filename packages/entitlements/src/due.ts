import type { Entitlement, OverpaidMonth } from './entitlement';
import { type Month, monthsFrom } from './month';

/** What `due` looks at: of an entitlement, or of what somebody else keeps of one. */
export type Payable = Pick<Entitlement, 'period' | 'from' | 'until' | 'sums' | 'suspensions' | 'stop'>;

/** Whether a month is paid for at all. */
export function isPaid({ from, until, stop, suspensions }: Payable, month: Month): boolean {
  if (month < from || (until !== undefined && month > until) || (stop && month >= stop.from)) return false;
  return !suspensions.some((each) => !each.arrears && month >= each.from && (each.to === undefined || month < each.to));
}

/**
 * What is due for a month, in fen: 0 when nothing is, undefined when it is paid and the sum is not counted by this city. Once a year
 * is due in the first month of the calendar year that is paid for.
 */
export function due(entitlement: Payable, month: Month): number | undefined {
  if (!isPaid(entitlement, month)) return 0;
  if (entitlement.period === 'year' && monthsOfYearBefore(month).some((each) => isPaid(entitlement, each))) return 0;
  return entitlement.sums.filter(({ from }) => from <= month).at(-1)?.amountFen;
}

const january = (month: Month): Month => `${month.slice(0, 4)}-01`;
const monthsOfYearBefore = (month: Month): readonly Month[] => monthsFrom(january(month), month).slice(0, -1);

/** Under which month the ledger of what was overpaid has it: once a year is one entry, whichever month it fell due in. */
const entryOf = ({ period }: Payable, month: Month): Month => (period === 'year' ? january(month) : month);

/** What fell due to the end of a month, by entry; nothing of what was revoked. */
function fallenDue(entitlement: Payable, last: Month): Map<Month, number> {
  const entries = new Map<Month, number>();
  for (const month of monthsFrom(entitlement.from, last)) {
    const entry = entryOf(entitlement, month);
    const sum = entitlement.stop?.isRevoked ? 0 : (due(entitlement, month) ?? 0);
    entries.set(entry, (entries.get(entry) ?? 0) + sum);
  }
  return entries;
}

/**
 * What is overpaid after a change, counted with what was before it. Whatever fell due is taken for paid, and what falls due beyond
 * that for made up: so what was overpaid becomes less again when more is due after all.
 */
export function overpaidAfter(before: Entitlement, after: Payable, now: Month): readonly OverpaidMonth[] {
  const was = fallenDue(before, now);
  const is = fallenDue(after, now);
  const already = new Map(before.overpaid.map(({ month, amountFen }) => [month, amountFen]));
  return [...new Set([...already.keys(), ...was.keys()])]
    .sort()
    .map((month) => ({
      month,
      amountFen: Math.max(0, (was.get(month) ?? 0) + (already.get(month) ?? 0) - (is.get(month) ?? 0)),
    }))
    .filter(({ amountFen }) => amountFen > 0);
}
