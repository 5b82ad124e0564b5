import type { CheckedGround, Evidence, Facts, ItemRules, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { type AllowanceRow, ALLOWANCE_TABLE, allowanceRowAt } from './allowance-table';

const isPaid = (level: number): level is 2 | 3 | 4 => level === 2 || level === 3 || level === 4;

/** The level is looked for in every earlier step, so that a package may name its assessment step as it likes. */
function assessedLevel(earlier: Facts): number | undefined {
  for (const step of Object.values(earlier)) {
    if (typeof step !== 'object' || step === null) continue;
    const { outcome, level } = step as Facts;
    if (outcome === 'granted' && Number.isInteger(level) && Number(level) >= 0 && Number(level) <= 4)
      return Number(level);
  }
  return undefined;
}

/**
 * Item elderly-care-allowance 养老服务补贴: a monthly allowance from level 2 (moderate loss) on, by the table in force on
 * the day of the decision. Granted with facts { level, amountCents }; refused with "level-unknown" when no earlier step
 * assessed a level and with "level-below-two" otherwise.
 */
export const careAllowanceItem = (table: readonly AllowanceRow[] = ALLOWANCE_TABLE): ItemRules => ({
  code: 'elderly-care-allowance',
  rule: (evidence) => rule(evidence, table),
  recurring: { holder: 'person', period: 'month', paidFrom: 'next-month' },
});

function rule({ request, now }: Evidence, table: readonly AllowanceRow[]): Verdict | Refusal {
  const row = allowanceRowAt(now, table);
  if (row === undefined)
    return {
      refused: 'allowance-table-missing',
      detail: `No care allowance table is in force on ${now.toISOString()}: add the table of that day.`,
    };
  const { version, monthlyCents } = row;
  const level = assessedLevel(request.earlier);
  if (level === undefined) return refusal('level-unknown', { code: 'level-unknown', version, met: false });
  const facts = { level: String(level) };
  if (!isPaid(level)) return refusal('level-below-two', { code: 'level-from-two', facts, version, met: false });
  const amountCents = monthlyCents[level];
  const amount = (amountCents / 100).toFixed(2);
  return {
    outcome: 'granted',
    reason: 'conditions-met',
    facts: { level, amountCents },
    grounds: [{ code: 'level-paid', facts: { ...facts, amount }, version, met: true }],
  };
}

const refusal = (reason: string, ground: CheckedGround): Verdict => ({
  outcome: 'refused',
  reason,
  facts: {},
  grounds: [ground],
});
