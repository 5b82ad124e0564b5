import type { Evidence, Facts, ItemRules, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { shanghaiDay } from '@lianban/input';
import { type Condition, certifiedGrade, countOf, learnt, openFindings, textOf, verdictOf } from '@lianban/rules';

/** The lowest premium of a year, in yuan × 100. Demo value: the city's own was not available. */
export const PREMIUM_ROW = { version: 'demo-2026', cents: 20_000 } as const;

const VERSION = 'henan';
const SEVERE = 2;

/**
 * Item pension-premium-for-disabled 重度残疾人养老保险代缴 (河南省实施《残疾人保障法》办法 art. 41): of severely disabled members of the resident pension the
 * government pays the lowest premium in full. Social welfare says the grade, the department's own records what is paid in and drawn; what was
 * not told an officer writes down (findings { grade, insuredByEmployer, drawsPension }). Facts { premiumYear, amountCents }.
 */
export const pensionPremium: ItemRules = {
  code: 'pension-premium-for-disabled',
  needs: () => ['contributions', 'benefit'],
  rule,
};

function told(known: Facts, today: string): Facts {
  const [paid, drawn] = ['contributions', 'benefit'].map((name) => learnt(known, name));
  return {
    ...certifiedGrade(known, today),
    ...(paid && { insuredByEmployer: paid.kind === 'employed' && textOf(paid, 'lastMonth') >= today.slice(0, 7) }),
    ...(drawn && { drawsPension: textOf(drawn, 'kind').endsWith('pension') }),
  };
}

function rule({ request: { requestedAt }, known, findings: written }: Evidence): Verdict | Refusal {
  const today = shanghaiDay(requestedAt);
  const findings = { ...written, ...told(known, today) };
  const open = openFindings(findings, ['grade', 'insuredByEmployer', 'drawsPension']);
  if (open) return open;
  const grade = countOf(findings, 'grade') ?? 0;
  return verdictOf(
    [
      condition('certificate-held', grade > 0, 'no-certificate'),
      condition('severely-disabled', grade <= SEVERE, 'grade-below-two'),
      condition('no-employer-insures', findings.insuredByEmployer !== true, 'insured-by-employer'),
      condition('no-pension-yet', findings.drawsPension !== true, 'pension-drawn'),
      { code: 'lowest-premium', version: PREMIUM_ROW.version, met: true },
    ],
    { premiumYear: today.slice(0, 4), amountCents: PREMIUM_ROW.cents },
  );
}

const condition = (code: string, met: boolean, reason: string): Condition => ({ code, version: VERSION, met, reason });
