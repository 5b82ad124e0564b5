import type { Evidence, ItemRules, StepRequest, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { monthsAfter } from '@lianban/input';
import { type Condition, countOf, dayOf, learnt, textOf, verdictOf } from '@lianban/rules';
import { monthAfter } from './months';
import { openFindings } from './open';
import { VERSION, isGroup, monthsToPayIn, retirementMonths } from './retirement-age';

/** Whoever retires early tells the employer in writing this many months before (弹性退休暂行办法). */
const TOLD_BEFORE = 3;

/**
 * Item retirement-pension 退休 (decision of 2024-09-13; 弹性退休暂行办法; 社会保险法 art. 16; 经办条例 art. 18): in the month of the law, up to 36 months
 * earlier, not below the old age, or up to 36 later; with as many years paid in as the year of retirement asks for, by the
 * department's own records, and with the deemed years 视同缴费 that an officer reads in the file (findings { deemedMonths }; { monthsPaid },
 * deemed ones included, of whom there are no records). Facts { retiresIn, from, monthsPaid }: paid from the next month
 * on. The sum is not counted here.
 */
export const retirementPension: ItemRules = {
  code: 'retirement-pension',
  missing,
  completeOnly: true,
  extensionDays: 10,
  needs: () => ['contributions'],
  rule,
  recurring: { holder: 'person', period: 'month', paidFrom: 'next-month' },
};

/** Papers only some need: women that of their post, and whoever has deemed years the file they stand in. */
function missing({ answers, materials }: StepRequest): readonly string[] {
  const needed = [
    ...(textOf(answers, 'retirementGroup').startsWith('woman') ? ['post-class-paper'] : []),
    ...(answers.hasDeemedYears === true ? ['personnel-file'] : []),
  ];
  return needed.filter((paper) => !materials.some(({ code }) => code === paper));
}

function rule({ request: { answers }, known, findings }: Evidence): Verdict | Refusal {
  const records = learnt(known, 'contributions');
  const open = openFindings(findings, readByOfficer(answers, records !== undefined));
  if (open) return open;
  const group = textOf(answers, 'retirementGroup');
  const wanted = (dayOf(answers, 'retiresOn') ?? '').slice(0, 7);
  const months = retirementMonths(isGroup(group) ? group : 'man', dayOf(answers, 'bornOn') ?? '');
  const paid = records
    ? (countOf(records, 'pensionMonths') ?? 0) +
      (answers.hasDeemedYears === true ? (countOf(findings, 'deemedMonths') ?? 0) : 0)
    : (countOf(findings, 'monthsPaid') ?? 0);
  const needed = monthsToPayIn(Number(wanted.slice(0, 4)));
  const { oldAge, legal, early, latest } = months;
  return verdictOf(
    [
      condition('not-below-old-age', wanted >= oldAge, 'below-old-age', { month: oldAge }),
      condition('age-reached', wanted >= early, 'age-not-reached', { month: early }),
      condition('not-after-latest', wanted <= latest, 'later-than-allowed', { month: latest }),
      condition('told-in-time', wanted >= legal || isTold(answers, wanted), 'told-too-late'),
      condition('years-paid-in', paid >= needed, 'contributions-short', {
        needed: String(needed),
        paid: String(paid),
      }),
    ],
    { retiresIn: wanted, from: monthAfter(wanted, 1), monthsPaid: paid },
  );
}

/** The file is read for deemed years alone, where the records say the rest. */
const readByOfficer = (answers: StepRequest['answers'], isRecorded: boolean): readonly string[] => {
  if (!isRecorded) return ['monthsPaid'];
  return answers.hasDeemedYears === true ? ['deemedMonths'] : [];
};

const isTold = (answers: StepRequest['answers'], wanted: string): boolean => {
  const told = dayOf(answers, 'toldEmployerOn');
  return told !== undefined && monthsAfter(told, TOLD_BEFORE).slice(0, 7) <= wanted;
};

const condition = (code: string, met: boolean, reason: string, facts: Condition['facts'] = {}): Condition => ({
  code,
  version: VERSION,
  facts,
  met,
  reason,
});
