import type { DibaoRules } from './dibao-rules';
import type { Means } from './means';

export interface Condition {
  /** Reason of the refusal when not met. */
  readonly reason: string;
  /** Of its ground, and what fills the places in its words. */
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly met: boolean;
}

export interface Entitlement {
  readonly conditions: readonly Condition[];
  /** Whom the allowance covers: the household, or a severely disabled person alone. */
  readonly persons: number;
  readonly amountCents: number;
}

/**
 * The allowance per month: (line − income per head) × persons, at least 0 (社会救助暂行办法 art. 12). Computed as
 * line × persons − income, so whole cents go in and whole cents come out: nothing is divided, nothing is rounded.
 */
export const allowanceCents = (lineCents: number, persons: number, monthlyIncomeCents: number): number =>
  Math.max(0, lineCents * persons - monthlyIncomeCents);

/**
 * Who is entitled, and to how much: household income per head below the line, and property within the limits
 * (社会救助暂行办法 art. 9). A severely disabled person of a household a little above the line counts as a household of
 * one, with their own income (最低生活保障审核确认办法, 民发〔2021〕57号).
 */
export function entitlement(means: Means, lineCents: number, rules: DibaoRules): Entitlement {
  const alone = isSinglePersonCase(means, lineCents, rules);
  const persons = alone ? 1 : means.persons;
  const income = alone ? means.ownMonthlyIncomeCents : means.monthlyIncomeCents;
  return {
    conditions: [incomeCondition(income < lineCents * persons, alone, rules), ...property(means, lineCents, rules)],
    persons,
    amountCents: allowanceCents(lineCents, persons, income) + topUpsCents(means, rules),
  };
}

function isSinglePersonCase(means: Means, lineCents: number, rules: DibaoRules): boolean {
  const householdLine = lineCents * means.persons;
  return (
    means.severeDisability &&
    means.monthlyIncomeCents >= householdLine &&
    means.monthlyIncomeCents * 100 <= householdLine * rules.singlePersonPercent
  );
}

const incomeCondition = (met: boolean, alone: boolean, rules: DibaoRules): Condition => ({
  reason: 'income-above-line',
  code: alone ? 'income-alone' : 'income-per-head',
  facts: alone ? { percent: String(rules.singlePersonPercent) } : {},
  met,
});

const property = (means: Means, lineCents: number, rules: DibaoRules): readonly Condition[] => [
  {
    reason: 'savings-above-limit',
    code: 'savings-at-most',
    facts: { lines: String(rules.savingsAtMostLines) },
    met: means.savingsCents <= rules.savingsAtMostLines * lineCents * means.persons,
  },
  {
    reason: 'homes-above-limit',
    code: 'homes-at-most',
    facts: { most: String(rules.homesAtMost) },
    met: means.homes <= rules.homesAtMost,
  },
  {
    reason: 'cars-above-limit',
    code: 'cars-at-most',
    facts: { most: String(rules.carsAtMost) },
    met: means.cars <= rules.carsAtMost,
  },
];

const topUpsCents = (means: Means, rules: DibaoRules): number =>
  Object.entries(rules.topUpCents).reduce((sum, [category, cents]) => {
    const persons = Math.min(means.topUpPersons[category] ?? 0, means.persons);
    return sum + persons * cents;
  }, 0);
