import { type RetentionRule, type RetentionTable, ruleFor } from '@lianban/manifest';
import type { EndedApplication, EndedMandate, FiledCase } from '../inspect/retention';

const dayMs = 24 * 60 * 60 * 1000;

export interface CaseAt extends FiledCase {
  /** The department. */
  readonly service: string;
}
export interface DueCase {
  readonly found: CaseAt;
  readonly rule: RetentionRule;
}

/** What of an application is past its retention; `kept` says why nothing is. */
export interface Due {
  readonly cases: readonly DueCase[];
  readonly application: RetentionRule | undefined;
  readonly kept?: 'held' | 'under-way' | 'objection-open';
}

const isPast = (since: Date, { days }: RetentionRule, asOf: Date): boolean =>
  since.getTime() + days * dayMs <= asOf.getTime();
const nothing = (kept?: Due['kept']): Due => ({ cases: [], application: undefined, ...(kept && { kept }) });

/**
 * A file is counted from its own end or that of its application, whichever is later: until then it can be called for. The application stays
 * as long as one of its files.
 */
export function dueOf(
  application: EndedApplication,
  cases: readonly CaseAt[],
  {
    table,
    asOf,
    isHeld,
  }: { readonly table: RetentionTable; readonly asOf: Date; readonly isHeld: (id: string) => boolean },
): Due {
  if (isHeld(application._id) || isHeld(application.residentId)) return nothing('held');
  if (application.reviewBy && application.reviewBy > asOf) return nothing('objection-open');
  if (cases.some(({ closedAt }) => closedAt === undefined)) return nothing('under-way');
  const due = cases.flatMap((found): DueCase[] => {
    const rule = ruleFor(table, 'cases', found.item);
    const since = new Date(Math.max(found.closedAt!.getTime(), application.endedAt.getTime()));
    return rule && isPast(since, rule, asOf) ? [{ found, rule }] : [];
  });
  const rule = ruleFor(table, 'applications');
  const isLast = due.length === cases.length;
  return { cases: due, application: rule && isLast && isPast(application.endedAt, rule, asOf) ? rule : undefined };
}

/** The rule by which a mandate that has ended is to go. */
export function mandateDue(
  { _id, endedAt, people }: EndedMandate,
  {
    table,
    asOf,
    isHeld,
  }: { readonly table: RetentionTable; readonly asOf: Date; readonly isHeld: (id: string) => boolean },
): RetentionRule | undefined {
  const rule = ruleFor(table, 'mandates');
  return rule && ![_id, ...people].some(isHeld) && isPast(endedAt, rule, asOf) ? rule : undefined;
}
