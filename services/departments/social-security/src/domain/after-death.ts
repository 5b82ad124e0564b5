import type { Evidence, ItemRules, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { countOf, endsAfterDeath, verdictOf } from '@lianban/rules';
import { openFindings } from './open';

/** Item insurance-end 终止社会保险关系 (经办条例 art. 25): a pension ends from the month after the death. Facts { endsFrom }. */
export const insuranceEnd: ItemRules = { code: 'insurance-end', rule: endsAfterDeath('2023') };

/**
 * Item pension-account-of-the-dead 个人账户余额继承 (社会保险法 art. 14; 郑州养老条例 art. 26): what is left goes once to beneficiary or heirs. While
 * they disagree, the officer stops the clock. Findings { balanceCents }. Facts { amountCents }.
 */
export const pensionAccount: ItemRules = { code: 'pension-account-of-the-dead', completeOnly: true, rule: inherited };

function inherited({ findings }: Evidence): Verdict | Refusal {
  const open = openFindings(findings, ['balanceCents']);
  if (open) return open;
  const amountCents = countOf(findings, 'balanceCents') ?? 0;
  return verdictOf([{ code: 'account-left', version: '2011', met: amountCents > 0, reason: 'no-account' }], {
    amountCents,
  });
}
