import type { Evidence, Facts, ItemRules, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { shanghaiDay } from '@lianban/input';
import { type Condition, certifiedGrade, countOf, learnt, openFindings, textOf, verdictOf } from '@lianban/rules';
import { subsidyRow } from './subsidy-table';

const VERSION = '2015-52';
const recurring: ItemRules['recurring'] = { holder: 'person', period: 'month', paidFrom: 'month-of-application' };
const SHARED = ['grade', 'householdStatus', 'nursingFeeDrawn'];

/**
 * Item disability-living-subsidy 困难残疾人生活补贴 (残疾人保障法 art. 48; 国发〔2015〕52号): a certificate and a dibao household.
 * The department's own records say the grade, social assistance the household's support; what was not told an officer writes down: findings
 * { grade (0: no certificate), householdStatus, nursingFeeDrawn, childSupportDrawn }. Facts { amountCents a month, from }: paid from the
 * month of application. No income for dibao.
 */
export const livingSubsidy: ItemRules = {
  code: 'disability-living-subsidy',
  needs: () => ['disability'],
  rule: living,
  recurring,
};

/**
 * Item disability-nursing-subsidy 重度残疾人护理补贴 (as above): grade 1 or 2 and in need of care; of it and an elder's nursing allowance,
 * the higher. Findings { grade, householdStatus, nursingFeeDrawn, needsCare, elderNursingCents }. Facts as above.
 */
export const nursingSubsidy: ItemRules = {
  code: 'disability-nursing-subsidy',
  needs: () => ['disability'],
  rule: nursing,
  recurring,
};

/** What departments know goes before what an officer wrote. */
function told(known: Facts, day: string): Facts {
  const support = learnt(known, 'status');
  const status = support && textOf(support, 'householdStatus');
  return {
    ...certifiedGrade(known, day),
    ...(status !== undefined && { householdStatus: ['dibao', 'tekun'].includes(status) ? status : 'none' }),
  };
}

function living(evidence: Evidence): Verdict | Refusal {
  return decided(evidence, 'livingCents', ['childSupportDrawn'], (_, findings) => [
    condition('dibao-household', textOf(findings, 'householdStatus') === 'dibao', 'not-dibao'),
    condition('no-full-child-support', findings.childSupportDrawn !== true, 'child-support-drawn'),
  ]);
}

function nursing(evidence: Evidence): Verdict | Refusal {
  return decided(evidence, 'nursingCents', ['needsCare'], (cents, findings) => [
    condition('severe-grade', (countOf(findings, 'grade') ?? 0) <= 2, 'grade-below-two'),
    condition('care-needed', findings.needsCare === true, 'no-care-needed'),
    condition('higher-of-two', (countOf(findings, 'elderNursingCents') ?? 0) < cents, 'higher-allowance-drawn'),
  ]);
}

function decided(
  { request, known, findings: written }: Evidence,
  kind: 'livingCents' | 'nursingCents',
  needed: readonly string[],
  own: (cents: number, findings: Facts) => readonly Condition[],
): Verdict | Refusal {
  const day = shanghaiDay(request.requestedAt);
  const findings = { ...written, ...told(known, day) };
  const open = openFindings(findings, [...SHARED, ...needed]);
  if (open) return open;
  const row = subsidyRow(day);
  const amountCents = row[kind];
  return verdictOf(
    [
      ...shared(findings),
      ...own(amountCents, findings),
      { code: 'subsidy-row', version: row.version, facts: { from: row.from }, met: true },
    ],
    { amountCents, from: day.slice(0, 7) },
  );
}

const shared = (findings: Facts): readonly Condition[] => [
  condition('certificate-held', (countOf(findings, 'grade') ?? 0) > 0, 'no-certificate'),
  condition('not-in-tekun', textOf(findings, 'householdStatus') !== 'tekun', 'tekun'),
  condition('no-nursing-fee', findings.nursingFeeDrawn !== true, 'nursing-fee-drawn'),
];

const condition = (code: string, met: boolean, reason: string): Condition => ({ code, version: VERSION, met, reason });
