import type { Evidence, ItemRules, Verdict } from '@lianban/casework';
import { monthsAfter, shanghaiDay } from '@lianban/input';
import { dayOf, verdictOf } from '@lianban/rules';

/** At least 20 yuan a month for each holder (河南省人口与计划生育条例 art. 31, text to 2020). */
export const AID_TABLE = { version: 'henan-2020', monthCents: 2_000, childUntilYears: 18 } as const;

/** Months from that of the certificate to that of the child's 18th birthday, both counted. */
export function aidMonths(
  certifiedOn: string,
  childBornOn: string,
): { readonly until: string; readonly months: number } {
  const until = monthsAfter(childBornOn, 12 * AID_TABLE.childUntilYears).slice(0, 7);
  const place = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return { until, months: Math.max(0, place(until) - place(certifiedOn) + 1) };
}

/**
 * Item one-child-aid 独生子女父母奖励 (人口与计划生育法 art. 31, 32): holders of the certificate 独生子女父母光荣证, until the child is
 * of age. What is paid from 60 on, and to those whose child died, is the nation's sum and not known here: not granted. Facts
 * { amountCents a month for all holders, months, until }. No income for dibao (art. 13).
 */
export const oneChildAid: ItemRules = { code: 'one-child-aid', completeOnly: true, rule };

function rule({ request }: Evidence): Verdict {
  const { answers, requestedAt } = request;
  const { until, months } = aidMonths(dayOf(answers, 'certifiedOn') ?? '', dayOf(answers, 'childBornOn') ?? '');
  const isMinor = shanghaiDay(requestedAt).slice(0, 7) <= until;
  const holders = answers.holders === 2 ? 2 : 1;
  return verdictOf(
    [{ code: 'child-a-minor', version: AID_TABLE.version, facts: { until }, met: isMinor, reason: 'child-of-age' }],
    {
      amountCents: holders * AID_TABLE.monthCents,
      months,
      until,
    },
  );
}
