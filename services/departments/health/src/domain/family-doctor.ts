import type { Evidence, ItemRules, Verdict } from '@lianban/casework';
import { daysAfter, monthsAfter, shanghaiDay } from '@lianban/input';
import { textOf, verdictOf } from '@lianban/rules';

/** Demo values: the city's own were not available. */
export const AGREEMENT_TABLE = {
  version: 'demo-2026',
  months: 12,
  first: ['aged', 'pregnant', 'child', 'disabled', 'chronic'],
} as const;

/** Item family-doctor 家庭医生签约: an agreement of a year, renewable; some groups come first. Facts { agreementNumber, from, until, first }. */
export const familyDoctor: ItemRules = { code: 'family-doctor', rule };

function rule({ request }: Evidence): Verdict {
  const { months, first, version } = AGREEMENT_TABLE;
  const from = shanghaiDay(request.requestedAt);
  const until = daysAfter(monthsAfter(from, months), -1);
  const isFirst = first.some((group) => group === textOf(request.answers, 'group'));
  return verdictOf(
    [
      { code: 'agreement-of-a-year', version, facts: { until }, met: true },
      { code: 'group-comes-first', version, met: isFirst },
    ],
    { agreementNumber: `FD-${request.applicationNumber}`, from, until, first: isFirst },
  );
}
