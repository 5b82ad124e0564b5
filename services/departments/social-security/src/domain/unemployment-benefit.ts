import type { Evidence, Facts, ItemRules, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { shanghaiDay } from '@lianban/input';
import { type Condition, countOf, dayOf, learnt, textOf, verdictOf } from '@lianban/rules';
import { isRecent, wageOn } from './minimum-wage';
import { monthAfter } from './months';
import { openFindings } from './open';

/** 郑州市失业保险条例 art. 24, 25; 社会保险法 art. 45, 46. */
export const BENEFIT = { version: 'zhengzhou', fromMonths: 12, maxMonths: 24, percentOfWage: 80 } as const;

/** Months of benefit for whole years paid in (art. 24, read as added above the band below: of one source). */
export function benefitMonths(monthsPaid: number): number {
  const years = Math.floor(monthsPaid / 12);
  if (years < 1) return 0;
  if (years < 5) return Math.min(12, 3 * years);
  if (years < 10) return Math.min(18, 12 + 2 * (years - 4));
  return Math.min(BENEFIT.maxMonths, 18 + (years - 9));
}

/** Unemployed again: what was left of the last time is added (社会保险法 art. 46). */
export const monthsAgain = (unused: number, anew: number): number => Math.min(BENEFIT.maxMonths, unused + anew);

/** A month, in yuan × 100. */
export const benefitCents = (day: string): number => Math.round((wageOn(day).cents * BENEFIT.percentOfWage) / 100);

/**
 * Item unemployment-benefit 失业保险金 (社会保险法 art. 45–51; 郑州市失业保险条例 art. 19–33): the department's own records
 * say what was paid in and is drawn, employment whether and since when somebody is registered and how the work ended. What was not told
 * an officer writes down: findings { monthsPaid, unusedMonths, endedBy, jobSeeker, drawsPension }. Facts
 * { amountCents a month, months, totalCents, from }. Late registration is never a reason to refuse. Counts as income for dibao.
 */
export const unemploymentBenefit: ItemRules = {
  code: 'unemployment-benefit',
  completeOnly: true,
  needs: () => ['contributions', 'benefit'],
  rule,
  recurring: {
    holder: 'person',
    period: 'month',
    paidFrom: 'next-month',
    terms: ({ facts, from }) => ({ until: monthAfter(from, (countOf(facts, 'months') ?? 0) - 1) }),
  },
};

function told(known: Facts): Facts {
  const [paid, drawn] = [learnt(known, 'contributions'), learnt(known, 'benefit')];
  const registered = learnt(known, 'registration');
  return {
    ...(paid && { monthsPaid: paid.unemploymentMonths, unusedMonths: paid.unusedMonths }),
    ...(drawn && { drawsPension: drawn.kind === 'pension' }),
    ...(registered && { jobSeeker: textOf(registered, 'unemployedSince') !== '' }),
    ...(registered && textOf(registered, 'endedBy') !== '' && { endedBy: registered.endedBy }),
  };
}

function rule({ request: { requestedAt }, known, findings: written }: Evidence): Verdict | Refusal {
  const findings = { ...written, ...told(known) };
  const open = openFindings(findings, ['monthsPaid', 'endedBy', 'jobSeeker', 'drawsPension']);
  if (open) return open;
  const day = shanghaiDay(requestedAt);
  const paid = countOf(findings, 'monthsPaid') ?? 0;
  const months = monthsAgain(countOf(findings, 'unusedMonths') ?? 0, benefitMonths(paid));
  const amountCents = benefitCents(day);
  return verdictOf(
    [
      condition('year-paid-in', paid >= BENEFIT.fromMonths, 'contributions-short', { months: String(paid) }),
      condition('not-by-own-will', textOf(findings, 'endedBy') !== 'own-will', 'left-by-own-will'),
      condition('seeks-work', findings.jobSeeker === true, 'not-registered'),
      condition('no-pension', findings.drawsPension !== true, 'pension-drawn'),
      wageIsRecent(day),
    ],
    {
      amountCents,
      months,
      totalCents: months * amountCents,
      // From the month after that of registering (art. 22).
      from: monthAfter(dayOf(learnt(known, 'registration') ?? {}, 'unemployedSince') ?? day, 1),
    },
  );
}

const condition = (code: string, met: boolean, reason: string, facts: Condition['facts'] = {}): Condition => ({
  code,
  version: BENEFIT.version,
  facts,
  met,
  reason,
});

/** Only tells: the sum is of the newest row there is. */
function wageIsRecent(day: string): Condition {
  const row = wageOn(day);
  return { code: 'wage-row-recent', version: row.version, facts: { from: row.from }, met: isRecent(row, day) };
}
