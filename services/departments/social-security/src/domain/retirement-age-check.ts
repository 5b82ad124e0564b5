import type { Evidence, ItemRules, Verdict } from '@lianban/casework';
import { monthAfter, shanghaiDay } from '@lianban/input';
import { dayOf, textOf, verdictOf } from '@lianban/rules';
import { VERSION, isGroup, monthsToPayIn, retirementMonths } from './retirement-age';

/** Months before the earliest retirement from which one can ask. Demo value. */
const ASKED_BEFORE = 6;

/**
 * Item retirement-age-check 退休年龄核定 (decision of 2024-09-13; 弹性退休暂行办法): when somebody may retire, and how many months must be
 * paid in by then. Facts { legalMonth, earliestMonth, latestMonth, monthsNeeded }.
 */
export const retirementAgeCheck: ItemRules = { code: 'retirement-age-check', completeOnly: true, rule };

function rule({ request: { answers, requestedAt } }: Evidence): Verdict {
  const group = textOf(answers, 'retirementGroup');
  const { legal, earliest, latest } = retirementMonths(isGroup(group) ? group : 'man', dayOf(answers, 'bornOn') ?? '');
  const from = monthAfter(earliest, -ASKED_BEFORE);
  const isNear = shanghaiDay(requestedAt).slice(0, 7) >= from;
  return verdictOf(
    [{ code: 'half-a-year-before', version: VERSION, facts: { from }, met: isNear, reason: 'age-not-reached' }],
    {
      legalMonth: legal,
      earliestMonth: earliest,
      latestMonth: latest,
      monthsNeeded: monthsToPayIn(Number(legal.slice(0, 4))),
    },
  );
}
