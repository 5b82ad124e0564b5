import type { Evidence, Facts, ItemRules, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { shanghaiDay } from '@lianban/input';
import { countOf, learnt, textOf, verdictOf } from '@lianban/rules';
import { openFindings } from './open';

/** Shares in percent. Demo values: the average wage of Henan was not available, the shares are of one source. */
export const CONTRIBUTION_TABLE = {
  version: 'demo-2026',
  averageWageCents: 600_000,
  floorPercent: 60,
  capPercent: 300,
  ratePercent: 20,
} as const;

/** What is paid a month on a base, both in yuan × 100, rounded half up. */
export const contributionCents = (baseCents: number): number =>
  Math.round((baseCents * CONTRIBUTION_TABLE.ratePercent) / 100);

/**
 * Item flexible-enrolment 灵活就业人员参保 (社会保险法 art. 10, 23, 58, 60; 经办条例 art. 6): self-employed without staff, part-timers whom
 * no employer insures, other flexible workers, wherever they are registered (中办国办 2025-03-02). Who insures somebody and what they draw
 * the department's own records say; of whom there are none an officer looks (findings { insuredByEmployer, drawsPension }). Facts { enrolmentNumber, amountCents
 * a month }; withdrawn when it stays unpaid. Contributions lower the income that counts for dibao (低保办法 art. 13).
 */
export const flexibleEnrolment: ItemRules = {
  code: 'flexible-enrolment',
  completeOnly: true,
  needs: () => ['contributions', 'benefit'],
  rule,
};

function told(known: Facts, today: string): Facts {
  const [paid, drawn] = [learnt(known, 'contributions'), learnt(known, 'benefit')];
  return {
    ...(paid && { insuredByEmployer: paid.kind === 'employed' && textOf(paid, 'lastMonth') >= today.slice(0, 7) }),
    ...(drawn && { drawsPension: drawn.kind === 'pension' }),
  };
}

function rule({ request, known, findings: written }: Evidence): Verdict | Refusal {
  const { answers, applicationNumber, requestedAt } = request;
  const findings = { ...written, ...told(known, shanghaiDay(requestedAt)) };
  const open = openFindings(findings, ['insuredByEmployer', 'drawsPension']);
  if (open) return open;
  const base = countOf(answers, 'baseCents') ?? 0;
  const { version, averageWageCents, floorPercent, capPercent } = CONTRIBUTION_TABLE;
  const floor = (averageWageCents * floorPercent) / 100;
  const cap = (averageWageCents * capPercent) / 100;
  return verdictOf(
    [
      {
        code: 'no-employer-insures',
        version: '2018',
        met: findings.insuredByEmployer !== true,
        reason: 'insured-by-employer',
      },
      { code: 'no-pension-yet', version: '2018', met: findings.drawsPension !== true, reason: 'pension-drawn' },
      {
        code: 'base-from-floor',
        version,
        facts: { floor: yuan(floor) },
        met: base >= floor,
        reason: 'base-below-floor',
      },
      { code: 'base-to-cap', version, facts: { cap: yuan(cap) }, met: base <= cap, reason: 'base-above-cap' },
    ],
    { enrolmentNumber: `SE-${applicationNumber}`, amountCents: contributionCents(base) },
  );
}

const yuan = (cents: number): string => (cents / 100).toFixed(2);
