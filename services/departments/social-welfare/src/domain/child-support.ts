import type { Evidence, Facts, ItemRules, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { ageOn, monthsAfter, shanghaiDay } from '@lianban/input';
import { type Condition, countOf, dayOf, textOf, verdictOf } from '@lianban/rules';
import { monthAfter } from './months';
import { openFindings } from './open';

/** A month, in yuan × 100. Demo values: the city's own were not available. */
export const CHILD_TABLE = { version: 'demo-2026', cents: { home: 120_000, institution: 170_000 } } as const;

/** Parents in these states cannot care at once; in those below, when it lasts six months. */
const AT_ONCE = ['dead', 'missing', 'severe-disability', 'severe-illness'];
const LASTING = ['prison', 'rehabilitation', 'detention', 'out-of-contact'];
const LASTING_MONTHS = 6;
const OF_AGE = 18;

const PARENTS = ['mother', 'father'] as const;

/**
 * Item child-support 孤儿和事实无人抚养儿童基本生活保障 (国办发〔2010〕54号; 民发〔2019〕62号): both parents dead or missing, or neither able to care.
 * Findings { motherState, motherMonths, fatherState, fatherMonths, settledIn, drawnCents, atSchool }. What is drawn of dibao, tekun or
 * the living subsidy is taken off. No public notice. Facts { amountCents a month, from }: from the next month on.
 */
export const childSupport: ItemRules = {
  code: 'child-support',
  completeOnly: true,
  extensionDays: 10,
  rule,
  recurring: {
    holder: 'person',
    period: 'month',
    paidFrom: 'next-month',
    terms: ({ request: { answers }, decidedOn }) => ({
      recheck: { by: whenOfAge(dayOf(answers, 'childBornOn') ?? '', decidedOn), everyMonths: 12, missed: 'tell' },
    }),
  },
};

/** Whether it goes on is looked at when the child comes of age, and of whoever is at school then, each year. */
function whenOfAge(bornOn: string, decidedOn: string): string {
  const birthday = monthsAfter(bornOn, 12 * OF_AGE);
  return birthday > decidedOn ? birthday : monthsAfter(decidedOn, 12);
}

function rule({ request: { answers, requestedAt }, findings }: Evidence): Verdict | Refusal {
  const open = openFindings(findings, ['motherState', 'fatherState', 'settledIn', 'drawnCents']);
  if (open) return open;
  const day = shanghaiDay(requestedAt);
  const isAdult = ageOn(dayOf(answers, 'childBornOn') ?? '', day) >= OF_AGE;
  const { version, cents } = CHILD_TABLE;
  const full = textOf(findings, 'settledIn') === 'institution' ? cents.institution : cents.home;
  return verdictOf(
    [
      condition(
        'no-parent-able',
        PARENTS.every((parent) => cannotCare(findings, parent)),
        'parent-able',
      ),
      condition(
        'six-months-long',
        PARENTS.every((parent) => isLongEnough(findings, parent)),
        'under-six-months',
      ),
      condition('minor-or-at-school', !isAdult || findings.atSchool === true, 'adult-not-at-school'),
      { code: 'child-sum', version, met: true },
    ],
    { amountCents: Math.max(0, full - (countOf(findings, 'drawnCents') ?? 0)), from: monthAfter(day, 1) },
  );
}

type Parent = (typeof PARENTS)[number];

const cannotCare = (findings: Facts, parent: Parent): boolean =>
  [...AT_ONCE, ...LASTING].includes(textOf(findings, `${parent}State`));

const isLongEnough = (findings: Facts, parent: Parent): boolean =>
  !LASTING.includes(textOf(findings, `${parent}State`)) ||
  (countOf(findings, `${parent}Months`) ?? 0) >= LASTING_MONTHS;

const condition = (code: string, met: boolean, reason: string): Condition => ({
  code,
  version: '2019-62',
  met,
  reason,
});
