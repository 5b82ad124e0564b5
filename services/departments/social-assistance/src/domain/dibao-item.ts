import type { CheckedGround, Evidence, ItemRules, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { monthsAfter } from '@lianban/input';
import { entitlement } from './dibao';
import { DIBAO_RULES, type DibaoRules } from './dibao-rules';
import { type Line, LINE_TABLE, lineAt, type LineRow } from './line-table';
import { meansOf } from './means';
import { householdUnknown, lineTableMissing } from './rulings';

/**
 * Item minimum-living-allowance 最低生活保障. Granted with facts { kind, amountCents (a month), persons }, after seven days
 * of public notice 公示; refused by the first condition that is not met, with all of them among the grounds.
 */
export const minimumLivingAllowance = (
  rules: DibaoRules = DIBAO_RULES,
  table: readonly LineRow[] = LINE_TABLE,
): ItemRules => ({
  code: 'minimum-living-allowance',
  noticeDays: 7,
  needs: () => ['means'],
  rule: (evidence) => rule(evidence, rules, table),
  recurring: {
    holder: 'household',
    period: 'month',
    paidFrom: 'next-month',
    terms: ({ decidedOn }) => ({
      recheck: { by: monthsAfter(decidedOn, RECHECK_MONTHS), everyMonths: RECHECK_MONTHS, missed: 'tell' },
    }),
  },
});

/** Looked at each year (最低生活保障审核确认办法, 民发〔2021〕57号); half-yearly where income is unsteady, which no rule can tell. */
const RECHECK_MONTHS = 12;

function rule(evidence: Evidence, rules: DibaoRules, table: readonly LineRow[]): Verdict | Refusal {
  const means = meansOf(evidence);
  if (means === 'unknown') return householdUnknown(rules.version);
  if ('refused' in means) return means;
  const line = lineAt(means.district, evidence.now, table);
  if (line === undefined) return lineTableMissing(evidence.now);

  const { conditions, persons, amountCents } = entitlement(means, line.cents, rules);
  const grounds = conditions.map(({ code, facts, met }): CheckedGround => ({
    code,
    facts: { ...facts, ...lineFacts(line) },
    version: rules.version,
    met,
  }));
  const failed = conditions.find((condition) => !condition.met);
  if (failed) return { outcome: 'refused', reason: failed.reason, facts: {}, grounds };
  return {
    outcome: 'granted',
    reason: 'conditions-met',
    facts: { kind: 'minimum-living-allowance', amountCents, persons },
    grounds,
  };
}

const lineFacts = ({ cents, version }: Line) => ({ line: (cents / 100).toFixed(2), lineVersion: version });
