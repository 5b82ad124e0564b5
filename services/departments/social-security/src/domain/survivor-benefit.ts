import type { Evidence, Facts, ItemRules, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { type Condition, countOf, dayOf, openFindings, textOf, verdictOf } from '@lianban/rules';
import { CAPPED_BELOW_YEARS, type Insured, incomeRow, survivorCents } from './survivor-table';

const FINDINGS = ['yearsPaid', 'wasPensioner', 'kinshipProved', 'otherGrantTaken'];

/**
 * Item survivor-benefit 丧葬补助金和抚恤金 (社会保险法 art. 17, 49; 经办条例 art. 19; 人社部发〔2021〕18号): after a death by illness or off work, once,
 * and one only of the grants of pension, work-injury and unemployment insurance. Findings { yearsPaid, wasPensioner, yearsDrawn,
 * ownPaymentsCents, kinshipProved, otherGrantTaken }. Facts { amountCents }, funeral grant included.
 */
export const survivorBenefit: ItemRules = { code: 'survivor-benefit', completeOnly: true, rule };

function rule({ request: { answers }, findings }: Evidence): Verdict | Refusal {
  const open = openFindings(findings, [
    ...FINDINGS,
    ...(findings.wasPensioner === true ? ['yearsDrawn'] : []),
    ...(isCapped(findings) ? ['ownPaymentsCents'] : []),
  ]);
  if (open) return open;
  const diedOn = dayOf(answers, 'diedOn') ?? '';
  const { version } = incomeRow(diedOn);
  return verdictOf(
    [
      condition('not-by-work', textOf(answers, 'diedOf') !== 'work-injury', 'work-injury-claim'),
      condition('one-grant-only', findings.otherGrantTaken !== true, 'grant-already-taken'),
      condition('is-survivor', findings.kinshipProved === true, 'not-a-survivor'),
      { code: 'sum-by-income', version, met: true },
    ],
    { amountCents: amount(diedOn, findings) },
  );
}

function amount(diedOn: string, findings: Facts): number {
  const due = survivorCents(diedOn, insured(findings));
  return isCapped(findings) ? Math.min(due, countOf(findings, 'ownPaymentsCents') ?? 0) : due;
}

const insured = (findings: Facts): Insured => ({
  yearsPaid: countOf(findings, 'yearsPaid') ?? 0,
  ...(findings.wasPensioner === true && { yearsDrawn: countOf(findings, 'yearsDrawn') ?? 0 }),
});

const isCapped = (findings: Facts): boolean => (countOf(findings, 'yearsPaid') ?? 0) < CAPPED_BELOW_YEARS;

const condition = (code: string, met: boolean, reason: string): Condition => ({ code, version: '2021', met, reason });
