import type { CheckedGround, Evidence, ItemRules, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { LINE_TABLE, lineAt, type LineRow } from './line-table';
import { meansOf, type Means } from './means';
import { householdUnknown, lineTableMissing } from './rulings';

/** All in monthly lines, because every figure of the rule moves with the line. */
export interface ReliefRules {
  readonly version: string;
  /** Paid once, for each person of the household. */
  readonly linesPerPerson: number;
  readonly capLines: number;
  /** Up to here the street 街道 decides alone; above, the county. */
  readonly streetPowerLines: number;
  /** Savings per head must stay below. */
  readonly savingsBelowLines: number;
}

/** Demo values: the cap is Anhui's and the street's power Ningguo's; Zhengzhou's own figures were not available. */
export const RELIEF_RULES: ReliefRules = {
  version: 'demo-2026',
  linesPerPerson: 2,
  capLines: 10,
  streetPowerLines: 4,
  savingsBelowLines: 24,
};

/** Paid once, in whole cents: so many lines for each person, up to the cap. */
export const reliefCents = (lineCents: number, persons: number, rules: ReliefRules): number =>
  Math.min(rules.linesPerPerson * persons, rules.capLines) * lineCents;

/** 社会救助暂行办法 art. 48: small sums may be decided by the street 街道. */
export const approvedBy = (amountCents: number, lineCents: number, rules: ReliefRules): 'street' | 'county' =>
  amountCents <= rules.streetPowerLines * lineCents ? 'street' : 'county';

/**
 * Item temporary-relief 临时救助 (社会救助暂行办法 art. 47): money once for a household in sudden need. Granted with facts
 * { kind, amountCents, persons, approvedBy }; refused with "savings-above-limit" when it can help itself.
 */
export const temporaryRelief = (
  rules: ReliefRules = RELIEF_RULES,
  table: readonly LineRow[] = LINE_TABLE,
): ItemRules => ({
  code: 'temporary-relief',
  needs: () => ['means'],
  rule: (evidence) => rule(evidence, rules, table),
});

function rule(evidence: Evidence, rules: ReliefRules, table: readonly LineRow[]): Verdict | Refusal {
  const means = meansOf(evidence);
  if (means === 'unknown') return householdUnknown(rules.version);
  if ('refused' in means) return means;
  const line = lineAt(means.district, evidence.now, table);
  if (line === undefined) return lineTableMissing(evidence.now);

  const ground = savingsGround(means, line.cents, rules);
  if (!ground.met) return { outcome: 'refused', reason: 'savings-above-limit', facts: {}, grounds: [ground] };
  const amountCents = reliefCents(line.cents, means.persons, rules);
  return {
    outcome: 'granted',
    reason: 'conditions-met',
    facts: {
      kind: 'temporary-relief',
      amountCents,
      persons: means.persons,
      approvedBy: approvedBy(amountCents, line.cents, rules),
    },
    grounds: [ground],
  };
}

const savingsGround = (means: Means, lineCents: number, rules: ReliefRules): CheckedGround => ({
  code: 'savings-below',
  facts: { lines: String(rules.savingsBelowLines) },
  version: rules.version,
  met: means.savingsCents < rules.savingsBelowLines * lineCents * means.persons,
});
